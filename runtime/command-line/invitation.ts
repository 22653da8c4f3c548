import { textIn } from '#platform';
import { inviteFirstAdministrator } from '../session/first-administrator.ts';
import type { Installation } from './installation.ts';
import type { Tools } from './tools.ts';

/**
 * What to tell the person at the terminal of an infobase that has no users: the link by which the first administrator
 * comes in, once. Nothing when there are users. Each invitation replaces the one before.
 */
export async function invitation(
  installation: Installation,
  { output, at }: Pick<Tools, 'output'> & { readonly at: string },
  infobase: string,
): Promise<readonly string[]> {
  const token = await inviteFirstAdministrator(await installation.systemSession(infobase));
  if (token === undefined) return [];
  const link = `${at}/${infobase}/first-administrator?token=${token}`;
  const text = {
    en: `${infobase} has no users yet. Make its first administrator here, once: ${link}`,
    ru: `В ${infobase} ещё нет пользователей. Одноразовая ссылка для первого администратора: ${link}`,
  };
  return [textIn(text, output.language)];
}
