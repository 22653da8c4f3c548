import { signIn as begin } from '../../session/sign-in.ts';
import { beginAnswer } from '../begin-answer.ts';
import type { SignIn } from '../contract.ts';
import { requestToken, surroundingsOf } from '../request-session.ts';
import { plainBody, publicRoute } from '../route.ts';

/** Begins a session. */
export const signIn = publicRoute({
  method: 'POST',
  path: '/session',
  body: plainBody<SignIn>('signIn'),
  handle: async ({ server, infobase, raw, body, address }) => {
    const formerToken = requestToken(server, infobase, raw);
    const token = await begin(surroundingsOf(server, infobase), {
      ...body,
      address,
      ...(formerToken === undefined ? {} : { formerToken }),
    });
    return beginAnswer(server, infobase, token);
  },
});
