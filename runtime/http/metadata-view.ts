import { createHash } from 'node:crypto';
import { type Attribute, kinds, type MetadataObject } from '#platform';
import { readOptions } from '../records/options.ts';
import type { Session } from '../session/session.ts';
import type { MetadataView } from './contract.ts';

/**
 * What the user may see of the configuration. What a functional option hides is left out while it is off, and so is an
 * object of which she may do nothing; roles are shown to those who administer.
 */
export async function metadataView(session: Session): Promise<MetadataView> {
  const { configuration } = session.infobase;
  const states = await readOptions(session);
  const isOn = (option: string | undefined) => option === undefined || states[option] !== false;
  const visible = Object.values(configuration.objects).filter(
    object => isVisible(object, session) && isOn(object.option),
  );
  const view = {
    objects: Object.fromEntries(visible.map(object => [object.path, shownParts(object, isOn)])),
    operations: Object.fromEntries(visible.map(object => [object.path, operationsOf(object, session)])),
    options: Object.keys(states).filter(path => states[path] === true),
    kinds: Object.fromEntries(kinds.map(({ name, title, listTitle }) => [name, { title, listTitle }])),
  };
  return { hash: hashOf(configuration.hash, view.operations, view.options), ...view };
}

/** The configuration's hash stands for the objects, so they need not be hashed for every request. */
function hashOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

function isVisible(object: MetadataObject, session: Session): boolean {
  if (object.role !== undefined || object.functionalOption !== undefined)
    return session.rights.system.has('administer');
  return object.operations.length === 0 || operationsOf(object, session).length > 0;
}

function operationsOf({ path, operations }: MetadataObject, { rights }: Session) {
  return operations.filter(operation => rights.on(path, operation) !== false);
}

type IsOn = (option: string | undefined) => boolean;

/** The object without the attributes and sections that switched-off options hide. */
function shownParts(object: MetadataObject, isOn: IsOn): MetadataObject {
  const { entity, register } = object;
  const shown = (attributes: readonly Attribute[]) => attributes.filter(attribute => isOn(attribute.option));
  return {
    ...object,
    ...(entity === undefined
      ? {}
      : {
          entity: {
            ...entity,
            attributes: shown(entity.attributes),
            sections: entity.sections
              .filter(section => isOn(section.option))
              .map(section => ({ ...section, attributes: shown(section.attributes) })),
          },
        }),
    ...(register === undefined
      ? {}
      : {
          register: {
            ...register,
            dimensions: shown(register.dimensions),
            resources: shown(register.resources),
            attributes: shown(register.attributes),
          },
        }),
  };
}
