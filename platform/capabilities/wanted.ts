import type { Wanted } from './define-context.ts';

/** What the places of a configuration ask of the object that is named there. */
export const functionalOption: Wanted = {
  title: { en: 'a functional option', ru: 'функциональную опцию' },
  suits: object => object.functionalOption !== undefined,
};

export const register: Wanted = {
  title: { en: 'a register that documents write', ru: 'регистр, в который пишут документы' },
  suits: object => object.register?.writing === 'recorder',
};

export const entity: Wanted = {
  title: { en: 'a catalog or a document', ru: 'справочник или документ' },
  suits: object => object.entity !== undefined,
};

export const subsystem: Wanted = {
  title: { en: 'a subsystem', ru: 'подсистему' },
  suits: object => object.subsystem !== undefined,
};
