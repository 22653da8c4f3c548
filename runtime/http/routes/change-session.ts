import { changeLanguage } from '../../session/change-language.ts';
import type { SessionChange } from '../contract.ts';
import { plainBody, route } from '../route.ts';
import { sessionView } from '../session-view.ts';

/** Changes the language of the user who is signed in. */
export const changeSession = route({
  method: 'PATCH',
  path: '/session',
  body: plainBody<SessionChange>('sessionChange'),
  handle: async ({ session, body }) => {
    await changeLanguage(session, body.language);
    return { body: sessionView({ ...session, language: body.language }) };
  },
});
