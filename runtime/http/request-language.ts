import { type Language, languages } from '#platform';

/** The language a browser asks for (`Accept-Language`), English when it asks for none we have. */
export function requestLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map(part => {
      const [tag = '', quality = ''] = part.trim().split(/\s*;\s*q=/);
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === '' ? 1 : Number(quality) || 0 };
    })
    .filter(one => one.quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(one => one.language);
  for (const name of wanted) {
    const language = languages.find(known => known === name);
    if (language !== undefined) return language;
  }
  return 'en';
}
