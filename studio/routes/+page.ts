import { redirect } from '@sveltejs/kit';
import { readInfobases } from '$lib/api.ts';
import type { InfobaseView } from '../../runtime/http/contract.ts';

/** With one infobase there is nothing to choose. */
export async function load(): Promise<{ infobases: readonly InfobaseView[] }> {
  const infobases = await readInfobases();
  const [only, ...others] = infobases;
  if (only !== undefined && others.length === 0) redirect(307, `/${encodeURIComponent(only.name)}`);
  return { infobases };
}
