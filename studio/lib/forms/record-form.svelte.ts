import type { Attribute, MetadataObject } from '#platform';
import type {
  CompositeValue,
  DraftRequest,
  Preview,
  RecordView,
  Value,
  WordedProblem,
} from '../../../runtime/http/contract.ts';
import { ApiError, isAbort, newKey } from '../api.ts';
import type { Workspace } from '../workspace.ts';
import { computeLocally } from './compute.ts';
import {
  draftOf,
  type FormState,
  isWritable,
  type Line,
  newLine,
  stateOf,
  withoutBlankLines,
  writeOf,
} from './form-state.ts';
import { dropDraft, findDraft, keepDraft } from './local-draft.ts';
import type { PastedLine } from './section-paste.ts';

/** How a form begins: an existing record, or a new one from nothing, a copy, another document, or preset values. */
export interface FormStart {
  readonly workspace: Workspace;
  readonly object: MetadataObject;
  readonly id?: string | undefined;
  readonly copyOf?: string | undefined;
  readonly basis?: CompositeValue | undefined;
  readonly values?: Readonly<Record<string, Value>>;
}

const computePauseMs = 250;
const keepPauseMs = 600;

/** One record being edited: its values, what the server thinks of them, and whether they are written. */
export class RecordForm {
  readonly workspace: Workspace;
  readonly object: MetadataObject;
  id: string | undefined = $state();
  version = $state(0);
  presentation = $state('');
  changedAt: string | undefined = $state();
  state: FormState = $state({ values: {}, touched: {}, sections: {}, shown: {} });
  problems: readonly WordedProblem[] = $state.raw([]);
  /** Told apart from problems of values: what the server said as a whole, or that it could not be reached. */
  failure: string | undefined = $state();
  conflict: WordedProblem | undefined = $state.raw();
  isDirty = $state(false);
  isBusy = $state(false);
  restoredAt: string | undefined = $state();
  /** Rises with every loading of the record from the server, so that views beside the form follow. */
  generation = $state(0);

  #draftKey: string;
  #writeKey = newKey();
  #computing: AbortController | undefined;
  #computeTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;

  private constructor(start: FormStart) {
    this.workspace = start.workspace;
    this.object = start.object;
    this.id = start.id;
    this.#draftKey = draftKey(start);
  }

  /** Reads the record, or begins a new one; then brings back what was typed here and not written. */
  static async open(start: FormStart): Promise<RecordForm> {
    const form = new RecordForm(start);
    const { workspace, object, id } = start;
    if (id !== undefined) form.#take(await workspace.api.record(object.path, id));
    else form.state = stateOf(await workspace.api.draft(object.path, draftRequest(start)));
    for (const section of object.entity?.sections ?? []) form.state.sections[section.name] ??= [];
    form.#restore();
    return form;
  }

  get isNew(): boolean {
    return this.id === undefined;
  }

  get isPosted(): boolean {
    return this.state.values.posted === true;
  }

  get isMarked(): boolean {
    return this.state.values.deletionMark === true;
  }

  /** Groups of a hierarchy carry the standard attributes only. */
  get isGroup(): boolean {
    return this.object.entity?.hierarchy?.of === 'groups' && this.state.values.isGroup === true;
  }

  get mayWrite(): boolean {
    return this.workspace.may(this.object.path, this.isNew ? 'create' : 'update');
  }

  get mayPost(): boolean {
    return this.object.posting !== undefined && this.workspace.may(this.object.path, 'post');
  }

  set(attribute: Attribute, value: Value, shown?: string): void {
    this.state.values[attribute.name] = value;
    this.state.touched[attribute.name] = true;
    this.#show(value, shown);
    this.#changed();
  }

  setCell(line: Line, attribute: Attribute, value: Value, shown?: string): void {
    line.values[attribute.name] = value;
    line.touched[attribute.name] = true;
    this.#show(value, shown);
    this.#changed();
  }

  lines(section: string): Line[] {
    return this.state.sections[section] ?? [];
  }

  /** Adds an empty line before the position, at the end without one. */
  addLine(section: string, at = this.lines(section).length): void {
    this.lines(section).splice(at, 0, newLine({}, true));
    this.#changed();
  }

  /** Puts pasted values over the lines from a position on, and adds lines for what goes beyond the last. */
  pasteLines(section: string, at: number, pasted: readonly PastedLine[]): void {
    const lines = this.lines(section);
    for (const [offset, { values, shown }] of pasted.entries()) {
      let line = lines[at + offset];
      if (line === undefined) {
        lines.push(newLine({}, true));
        line = lines.at(-1) ?? newLine();
      }
      Object.assign(line.values, values);
      for (const name of Object.keys(values)) line.touched[name] = true;
      Object.assign(this.state.shown, shown);
    }
    this.#changed();
  }

  removeLine(section: string, at: number): void {
    this.lines(section).splice(at, 1);
    this.#changed();
  }

  moveLine(section: string, from: number, to: number): void {
    const lines = this.lines(section);
    if (to < 0 || to >= lines.length) return;
    const [line] = lines.splice(from, 1);
    if (line !== undefined) lines.splice(to, 0, line);
    this.#changed();
  }

  /** Problems of one value: of the header, or of a line (from 1). */
  problemsOf(attribute: Attribute, line?: number): readonly WordedProblem[] {
    return this.problems.filter(problem => problem.path === attribute.path && problem.line === line);
  }

  /** Writes the record; `post` also posts or unposts it. Answers whether it was done. */
  async save(post?: boolean): Promise<boolean> {
    const { api } = this.workspace;
    // Enter after the last cell begins a line; one that stayed empty was never meant.
    this.state.sections = withoutBlankLines(this.state.sections);
    const body = {
      ...writeOf(this.object, $state.snapshot(this.state), this.isNew),
      ...(post === undefined ? {} : { post }),
    };
    return this.#attempt(async () => {
      const id = this.id;
      this.#take(
        id === undefined
          ? await api.create(this.object.path, body, this.#writeKey)
          : await api.update(this.object.path, id, { ...body, version: this.version }, this.#writeKey),
      );
    });
  }

  /** Posts, unposts, marks or unmarks what is written; unsaved changes are written with posting. */
  async act(action: 'post' | 'unpost' | 'mark' | 'unmark'): Promise<boolean> {
    if (action === 'post' && (this.isDirty || this.isNew)) return this.save(true);
    const id = this.id;
    if (id === undefined) return false;
    return this.#attempt(async () =>
      this.#take(await this.workspace.api.act(this.object.path, id, action, this.version)),
    );
  }

  /** What posting would do now, with what is on screen; nothing is written. */
  preview(): Promise<Preview> {
    const { sections, ...rest } = $state.snapshot(this.state);
    const body = writeOf(this.object, { ...rest, sections: withoutBlankLines(sections) }, this.isNew);
    const identity = this.id === undefined ? {} : { id: this.id, version: this.version };
    return this.workspace.api.preview(this.object.path, { ...body, ...identity });
  }

  /** Drops what was typed and shows the record as it is written. */
  async reload(): Promise<void> {
    this.conflict = undefined;
    const id = this.id;
    if (id !== undefined)
      await this.#attempt(async () => this.#take(await this.workspace.api.record(this.object.path, id)));
  }

  /** Writes what is on screen over the version that somebody else has written meanwhile. */
  async keepMine(): Promise<boolean> {
    this.conflict = undefined;
    const id = this.id;
    if (id === undefined) return false;
    this.version = (await this.workspace.api.record(this.object.path, id)).version;
    this.#writeKey = newKey();
    return this.save();
  }

  /** Forgets what was typed, on screen and on this computer. */
  discard(): void {
    this.isDirty = false;
    clearTimeout(this.#keepTimer);
    dropDraft(this.#draftKey);
  }

  async #attempt(action: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    this.problems = [];
    this.failure = undefined;
    clearTimeout(this.#computeTimer);
    this.#computing?.abort();
    try {
      await action();
      this.#writeKey = newKey();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // An attempt that may have reached the server is repeated under its key; one that was refused is a new attempt.
      if (error.status !== 0) this.#writeKey = newKey();
      this.#refused(error);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  #refused(error: ApiError): void {
    const { locale } = this.workspace;
    this.conflict = error.problems.find(problem => problem.code === 'version-conflict');
    this.problems = error.problems.filter(problem => problem !== this.conflict);
    if (error.status === 0) this.failure = locale.t('error.unreachable');
    else if (error.problems.length === 0) this.failure = error.message;
  }

  #take(view: RecordView): void {
    this.id = view.id;
    this.version = view.version;
    this.presentation = view.presentation;
    this.changedAt = view.changedAt;
    this.state = stateOf(view);
    for (const section of this.object.entity?.sections ?? []) this.state.sections[section.name] ??= [];
    this.restoredAt = undefined;
    this.generation += 1;
    this.discard();
  }

  #show(value: Value, shown: string | undefined): void {
    if (shown === undefined || value === null || typeof value === 'boolean') return;
    this.state.shown[typeof value === 'string' ? value : value.id] = shown;
  }

  #changed(): void {
    this.isDirty = true;
    this.#writeKey = newKey();
    const isKnown = computeLocally(this.object, this.state, this.workspace);
    clearTimeout(this.#computeTimer);
    if (!isKnown) this.#computeTimer = setTimeout(() => void this.#compute(), computePauseMs);
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => this.#keep(), keepPauseMs);
  }

  /** Asks the server for the values this computer cannot know: prices, defaults read from registers, deeper references. */
  async #compute(): Promise<void> {
    this.#computing?.abort();
    const computing = new AbortController();
    this.#computing = computing;
    const lines = Object.entries(this.state.sections).map(([name, list]) => [name, [...list]] as const);
    try {
      const body = draftOf(this.object, $state.snapshot(this.state));
      const draft = await this.workspace.api.draft(this.object.path, body, computing.signal);
      Object.assign(this.state.shown, draft.shown);
      fill(
        this.object.entity?.attributes.filter(attribute => attribute.formula !== undefined) ?? [],
        this.state,
        draft.values,
      );
      for (const [name, list] of lines) {
        const attributes = this.object.entity?.sections.find(section => section.name === name)?.attributes ?? [];
        list.forEach((line, index) => {
          fill(attributes, line, draft.sections[name]?.[index] ?? {});
        });
      }
      computeLocally(this.object, this.state, this.workspace);
    } catch (error) {
      // A draft that cannot be computed is no obstacle: the server says what is wrong when the record is written.
      if (!isAbort(error) && !(error instanceof ApiError)) throw error;
    }
  }

  #keep(): void {
    keepDraft(this.#draftKey, {
      state: $state.snapshot(this.state),
      version: this.version,
      savedAt: new Date().toISOString(),
    });
  }

  #restore(): void {
    const draft = findDraft(this.#draftKey);
    if (draft === undefined) return;
    const sections = Object.entries(draft.state.sections).map(
      ([name, lines]) =>
        [name, lines.map(line => ({ ...newLine(line.values, line.isFresh), touched: line.touched }))] as const,
    );
    this.state = { ...draft.state, sections: Object.fromEntries(sections) };
    for (const section of this.object.entity?.sections ?? []) this.state.sections[section.name] ??= [];
    // Typed over an older version: writing must notice it.
    if (draft.version > 0) this.version = draft.version;
    this.isDirty = true;
    this.restoredAt = draft.savedAt;
  }
}

/** Takes computed values, and offered ones where the user has not decided herself. */
function fill(
  attributes: readonly Attribute[],
  into: Pick<Line, 'values' | 'touched'>,
  from: Readonly<Record<string, Value>>,
): void {
  for (const attribute of attributes) {
    const value = from[attribute.name];
    if (value === undefined) continue;
    const isOffered = attribute.default !== undefined && !into.touched[attribute.name];
    if (!isWritable(attribute) || isOffered) into.values[attribute.name] = value;
  }
}

function draftKey({ workspace, object, id, copyOf, basis }: FormStart): string {
  const origin = id ?? copyOf ?? basis?.id ?? 'new';
  return [workspace.infobase, workspace.session.user.id, object.path, id === undefined ? `new ${origin}` : origin].join(
    ':',
  );
}

function draftRequest({ copyOf, basis, values }: FormStart): DraftRequest {
  return {
    ...(values === undefined ? {} : { values }),
    ...(copyOf === undefined ? {} : { copyOf }),
    ...(basis === undefined ? {} : { basis }),
  };
}
