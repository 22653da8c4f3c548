import { Locale } from '$lib/locale.svelte.ts';

export const ssr = false;
export const prerender = false;

/** The language comes first: nothing is shown before its words are here. */
export async function load(): Promise<{ locale: Locale }> {
  return { locale: await Locale.load() };
}
