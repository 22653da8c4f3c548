import { createContext } from 'svelte';
import { type Language, languages, type Text, textIn } from '#platform';
import type { Message, TextKey, Texts } from './texts/en.ts';
import { type DateStyle, formatDate, formatMoment } from './values/dates.ts';
import { formatDecimal } from './values/decimals.ts';

const tags: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru-RU', fa: 'fa-IR' };

/** Languages by their own names, for the choice. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', fa: 'فارسی' };

const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./texts/en.ts')).en,
  ru: async () => (await import('./texts/ru.ts')).ru,
  fa: async () => (await import('./texts/fa.ts')).fa,
};

const storageKey = 'aubade:language';

/** The language on screen: words, numbers and dates. Components read it and change when it changes. */
export class Locale {
  language: Language = $state('en');
  #texts: Texts = $state.raw({} as Texts);
  #plurals = $derived(new Intl.PluralRules(this.tag));

  /** The locale with its texts loaded: what was chosen here before, else what the browser asks for. */
  static async load(): Promise<Locale> {
    const locale = new Locale();
    await locale.use(preferred());
    return locale;
  }

  /** Switches the whole screen; the texts of a language are loaded when it is first used. */
  async use(language: Language): Promise<void> {
    this.#texts = await loaders[language]();
    this.language = language;
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
    document.documentElement.dir = this.direction;
  }

  get tag(): string {
    return tags[this.language];
  }

  get direction(): 'ltr' | 'rtl' {
    return this.language === 'fa' ? 'rtl' : 'ltr';
  }

  /** A text of the shell. `{name}` is filled from the parameters; `count` chooses the plural form. */
  t = (key: TextKey, parameters: Readonly<Record<string, string | number>> = {}): string => {
    const text = wordingOf(this.#texts[key], this.#plurals, parameters.count);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = parameters[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? this.integer(value) : value;
    });
  };

  /** A text of the metadata. */
  text = (text: Text | undefined): string => textIn(text, this.language);

  decimal = (value: string, scale: number): string => formatDecimal(value, this.tag, scale);

  integer = (value: number): string => formatDecimal(String(value), this.tag, 0);

  date = (iso: string, style: DateStyle): string => formatDate(iso, this.tag, style);

  moment = (utc: string): string => formatMoment(utc, this.tag);
}

function wordingOf(message: Message, plurals: Intl.PluralRules, count: string | number | undefined): string {
  if (typeof message === 'string') return message;
  return message[plurals.select(Number(count ?? 0))] ?? message.other;
}

function preferred(): Language {
  const wishes = [localStorage.getItem(storageKey), ...navigator.languages.map(tag => tag.slice(0, 2))];
  return languages.find(language => language === wishes.find(wish => languages.some(known => known === wish))) ?? 'en';
}

export const [useLocale, provideLocale] = createContext<Locale>();
