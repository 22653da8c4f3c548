import { ProblemError } from '#platform';
import { createInfobase } from '../infobases/create-infobase.ts';
import { dropInfobase } from '../infobases/drop-infobase.ts';
import { loadConfiguration } from '../loading/load-configuration.ts';
import type { Installation } from './installation.ts';
import { type DemoUser, loadDemo } from './load-demo.ts';

export interface MakeInfobase {
  readonly name: string;
  readonly title?: string;
  readonly package: string;
  /** Where the package lies, when it is not a shipped one. */
  readonly roots?: readonly string[];
  readonly ids?: 'declared' | 'derived';
  /** Fills it with the package's demonstration data, its users having these passwords. */
  readonly demo?: { readonly passwordOf: (login: string) => string };
}

/** Makes an infobase of a package, all or nothing, and answers the users its demonstration brought. */
export async function makeInfobase(installation: Installation, request: MakeInfobase): Promise<readonly DemoUser[]> {
  const { name, roots = [], ids = 'declared' } = request;
  const { configuration, problems, folders } = await loadConfiguration({ roots, packages: [request.package], ids });
  if (configuration === undefined) throw new ProblemError(problems);
  const main = configuration.packages.find(one => one.name === request.package);
  const session = async () => installation.systemSession(name);
  const title = request.title ?? main?.title.en ?? name;
  await createInfobase(installation.server, { name, title, configuration });
  const folder = folders[request.package];
  if (request.demo === undefined || main?.demo === undefined || folder === undefined) return [];
  try {
    return await loadDemo(await session(), { folder, module: main.demo, passwordOf: request.demo.passwordOf });
  } catch (error) {
    installation.forget(name);
    await dropInfobase(installation.server, { name, confirm: name });
    throw error;
  }
}
