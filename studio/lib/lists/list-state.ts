import type { MetadataObject } from '#platform';
import type { Query } from '../api.ts';
import { subjectOf } from '../workspace.ts';
import { type Condition, conditionOf, conditionText, writeConditions } from './conditions.ts';

/** What of a list is on screen; the address of the page says the same. */
export interface ListState {
  readonly search: string;
  /** 'date' or '-date'; the object's own order when empty. */
  readonly order: string;
  readonly conditions: readonly Condition[];
  /** The group that is open in a hierarchy; empty at the top. */
  readonly parent: string;
  /** A hierarchy shown as one flat list. */
  readonly flat: boolean;
  readonly marked: boolean;
}

export const wholeList: ListState = { search: '', order: '', conditions: [], parent: '', flat: false, marked: true };

export function readListState(parameters: URLSearchParams, object: MetadataObject): ListState {
  return {
    search: parameters.get('search') ?? '',
    order: parameters.get('order') ?? '',
    conditions: parameters.getAll('where').flatMap(text => conditionOf(text, object) ?? []),
    parent: parameters.get('parent') ?? '',
    flat: parameters.get('flat') === 'yes',
    marked: parameters.get('marked') !== 'no',
  };
}

/** The state as the query of an address; what is usual is left out. */
export function writeListState(state: ListState): string {
  const parameters = new URLSearchParams();
  if (state.search !== '') parameters.set('search', state.search);
  if (state.order !== '') parameters.set('order', state.order);
  for (const condition of state.conditions) parameters.append('where', conditionText(condition));
  if (state.parent !== '') parameters.set('parent', state.parent);
  if (state.flat) parameters.set('flat', 'yes');
  if (!state.marked) parameters.set('marked', 'no');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether one level of the hierarchy is shown, group by group. Searching looks into all groups at once. */
export function showsTree(object: MetadataObject, state: ListState): boolean {
  return object.entity?.hierarchy !== undefined && !state.flat && state.search === '' && state.conditions.length === 0;
}

/** Whether anything narrows the list, so that an empty one may mean "nothing fits". */
export function isNarrowed(state: ListState): boolean {
  return state.search !== '' || state.conditions.length > 0 || !state.marked;
}

/** What the server is asked for. `filter` narrows further: what a reference field allows. */
export function listQuery(
  object: MetadataObject,
  state: ListState,
  narrowing: { readonly filter?: string; readonly owner?: string },
): Query {
  const tree = showsTree(object, state);
  const atTop = tree && state.parent === '' ? `${subjectOf(object)}.parent == null` : undefined;
  const filters = [writeConditions(object, state.conditions), narrowing.filter, atTop].filter(
    filter => filter !== undefined,
  );
  const order = state.order === '' ? (object.entity?.order ?? '') : state.order;
  return {
    search: state.search === '' ? undefined : state.search,
    filter:
      filters.length === 0
        ? undefined
        : filters.map(filter => (filters.length > 1 ? `(${filter})` : filter)).join(' && '),
    order: tree && object.entity?.hierarchy?.of === 'groups' ? `-isGroup,${order}` : order,
    parent: tree && state.parent !== '' ? state.parent : undefined,
    owner: narrowing.owner,
    marked: state.marked ? undefined : false,
  };
}
