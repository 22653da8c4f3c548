import { error, redirect } from '@sveltejs/kit';
import { Api, ApiError } from '$lib/api.ts';
import { Connection } from '$lib/shell/connection.svelte.ts';
import { Workspace } from '$lib/workspace.ts';
import type { LayoutLoad } from './$types';

/** Everything behind the sign-in: without a session the user is asked for one and brought back here. */
export const load: LayoutLoad = async ({ params, parent, url }) => {
  const { locale } = await parent();
  const connection = new Connection();
  const api = new Api(params.infobase, {
    language: () => locale.language,
    unreachable: () => locale.t('error.unreachable'),
    signInAgain: () => connection.signInAgain(),
    reached: reached => connection.note(reached),
  });
  try {
    const [session, metadata] = [await api.session(), await api.metadata()];
    return { connection, workspace: new Workspace({ infobase: params.infobase, api, session, metadata, locale }) };
  } catch (failure) {
    if (!(failure instanceof ApiError)) throw failure;
    if (failure.status === 401) {
      redirect(
        307,
        `/${encodeURIComponent(params.infobase)}/sign-in?return=${encodeURIComponent(url.pathname + url.search)}`,
      );
    }
    return error(failure.status === 404 ? 404 : 503, failure.message);
  }
};
