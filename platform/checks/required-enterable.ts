import type { AttributePlace } from './attribute-places.ts';
import { attributePlaces } from './attribute-places.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Whoever must enter a value can see where: what can be hidden is not required, unless a default fills it. */
export const requiredEnterable: ConfigurationCheck = (configuration, context) => [
  ...hiddenSections(configuration, context),
  ...attributePlaces(configuration)
    .filter(({ attribute }) => attribute.required && attribute.default === undefined && !attribute.standard)
    .flatMap(place => {
      const by = hiddenBy(place);
      if (by === undefined) return [];
      return [problemOf(context, place.attribute.path, { code: 'required-but-hidden', parameters: { by } })];
    }),
];

/** A section that an option hides would refuse every record while the option is off. */
const hiddenSections: ConfigurationCheck = ({ objects }, context) =>
  Object.values(objects).flatMap(({ entity, option }) =>
    (entity?.sections ?? [])
      .filter(section => section.required && section.option !== undefined && section.option !== option)
      .map(({ path, option: by = '' }) =>
        problemOf(context, path, { code: 'required-but-hidden', parameters: { by } }),
      ),
  );

/** An option that hides the whole object or section hides the duty to fill it as well. */
function hiddenBy({ object, section, attribute }: AttributePlace): string | undefined {
  const { option, visible } = attribute;
  if (visible !== undefined) return visible.text;
  return option === object.option || option === section?.option ? undefined : option;
}
