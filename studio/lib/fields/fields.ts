import type { Component } from 'svelte';
import type { Storage } from '#platform';
import BooleanField from './boolean-field.svelte';
import CompositeField from './composite-field.svelte';
import DateField from './date-field.svelte';
import DecimalField from './decimal-field.svelte';
import EnumerationField from './enumeration-field.svelte';
import type { FieldProps } from './field-props.ts';
import FileField from './file-field.svelte';
import MonthField from './month-field.svelte';
import ReferenceField from './reference-field.svelte';
import TextField from './text-field.svelte';

/** The one place where the way a value is kept decides how it is entered. */
export const fields: Readonly<Record<Storage, Component<FieldProps>>> = {
  text: TextField,
  decimal: DecimalField,
  boolean: BooleanField,
  date: DateField,
  dateTime: DateField,
  month: MonthField,
  reference: ReferenceField,
  composite: CompositeField,
  enumeration: EnumerationField,
  file: FileField,
};
