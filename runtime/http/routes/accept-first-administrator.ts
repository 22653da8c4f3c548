import { newIdentity } from '../../records/identity.ts';
import { acceptFirstAdministrator as accept } from '../../session/first-administrator.ts';
import { beginSession } from '../../session/sign-in.ts';
import { systemSession } from '../../session/system-session.ts';
import { beginAnswer } from '../begin-answer.ts';
import type { FirstAdministrator } from '../contract.ts';
import { surroundingsOf } from '../request-session.ts';
import { plainBody, publicRoute } from '../route.ts';

/** Makes the first administrator of an infobase that has no users, for the one-time token, and signs her in. */
export const acceptFirstAdministrator = publicRoute({
  method: 'POST',
  path: '/first-administrator',
  body: plainBody<FirstAdministrator>('firstAdministrator'),
  handle: async ({ server, infobase, body, language }) => {
    const surroundings = surroundingsOf(server, infobase);
    const id = newIdentity(server.clock, server.random);
    await accept(systemSession(surroundings, language), { ...body, id });
    return beginAnswer(server, infobase, await beginSession(surroundings, id));
  },
});
