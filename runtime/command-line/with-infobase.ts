import { ProblemError, type Text, textIn } from '#platform';
import { listInfobases } from '../infobases/infobase-register.ts';
import type { Session } from '../session/session.ts';
import { type Installation, openInstallation } from './installation.ts';
import type { Tools } from './tools.ts';

/** The option by which commands choose an infobase. */
export const infobaseOption = '-i, --infobase <name>';
export const infobaseOptionText = {
  en: 'name of the infobase (needless when there is only one)',
  ru: 'имя инфобазы (не нужно, если она одна)',
} as const satisfies Text;

/** Words of a command in the language it speaks. */
export function speaker({ output }: Tools): (en: string, ru: string) => string {
  return (en, ru) => textIn({ en, ru }, output.language);
}

/** Does something with the databases of this installation, also while a server runs on them. */
export async function withInstallation<Result>(
  tools: Tools,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  await using installation = await openInstallation(tools, { mayShare: true });
  return await work(installation);
}

/** Does something in one infobase with the rights of the system. */
export async function withInfobase<Result>(
  tools: Tools,
  name: string | undefined,
  work: (session: Session, installation: Installation) => Promise<Result>,
): Promise<Result> {
  return withInstallation(tools, async installation => {
    const chosen = name ?? (await onlyInfobase(installation));
    return work(await installation.systemSession(chosen), installation);
  });
}

async function onlyInfobase({ server }: Installation): Promise<string> {
  const all = await listInfobases(server);
  const [only] = all;
  if (only !== undefined && all.length === 1) return only.name;
  const known = all.map(one => one.name).join(', ');
  const code = all.length === 0 ? 'infobase-none' : 'infobase-not-chosen';
  throw new ProblemError([{ code, parameters: { known } }]);
}
