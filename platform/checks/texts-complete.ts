import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Problem } from '../problems/problem.ts';
import type { Language, Text } from '../text.ts';
import { attributePlaces } from './attribute-places.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Every text is there in the languages that every configuration must speak. */
export const textsComplete: ConfigurationCheck = (configuration, context) => {
  const named: Texted[] = [
    ...configuration.packages.map(({ name, title, description }) => ({ path: name, title, description })),
    ...Object.values(configuration.objects).flatMap(object => [object, ...partsWithTexts(object)]),
    ...attributePlaces(configuration).flatMap(({ attribute }) =>
      attribute.standard ? [] : [{ ...attribute, message: attribute.check?.message }],
    ),
  ];
  return named.flatMap(texted => missingTexts(texted, context));
};

interface Texted {
  readonly path: string;
  readonly title?: Text | undefined;
  readonly listTitle?: Text | undefined;
  readonly description?: Text | undefined;
  readonly message?: Text | undefined;
}

function partsWithTexts({ entity, register, enumeration }: MetadataObject): readonly Texted[] {
  return [
    ...(entity?.sections ?? []),
    ...(entity?.checks ?? []),
    ...(entity?.predefined ?? []),
    ...(register?.accumulation?.constraints ?? []),
    ...(enumeration?.values ?? []),
  ];
}

const demanded: readonly Language[] = ['en', 'ru'];

const languageNames: Readonly<Record<Language, Text>> = {
  en: { en: 'English', ru: 'английский' },
  ru: { en: 'Russian', ru: 'русский' },
  fa: { en: 'Persian', ru: 'персидский' },
};

const textNames = {
  title: { en: 'title', ru: 'заголовок' },
  listTitle: { en: 'title of the list', ru: 'заголовок списка' },
  description: { en: 'description', ru: 'описание' },
  message: { en: 'message', ru: 'сообщение' },
} as const satisfies Record<string, Text>;

/** A title and the title of its list are one text unless they were written apart; it is reported once. */
function missingTexts(texted: Texted, context: CheckContext): Problem[] {
  const { title, listTitle } = texted;
  const apart = {
    ...texted,
    listTitle: demanded.every(language => title?.[language] === listTitle?.[language]) ? undefined : listTitle,
  };
  return (['title', 'listTitle', 'description', 'message'] as const).flatMap(kind => {
    const text = apart[kind];
    if (text === undefined) return [];
    return demanded
      .filter(language => (text[language] ?? '').trim() === '')
      .map(language =>
        problemOf(context, texted.path, {
          code: 'text-missing',
          parameters: { what: textNames[kind], language: languageNames[language] },
        }),
      );
  });
}
