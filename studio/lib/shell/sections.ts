import type { MetadataObject } from '#platform';
import type { Workspace } from '../workspace.ts';

/** A section of the workspace with what it offers and the sections inside it. */
export interface WorkspaceSection {
  readonly object: MetadataObject;
  readonly objects: readonly MetadataObject[];
  readonly inner: readonly WorkspaceSection[];
}

/** Sections as the subsystems say, in their order; those with nothing to show this user are left out. */
export function sectionsOf(workspace: Workspace, parent?: string): readonly WorkspaceSection[] {
  return workspace
    .objects()
    .filter(object => object.subsystem !== undefined && object.subsystem.parent === parent)
    .toSorted((one, other) => (one.subsystem?.order ?? 0) - (other.subsystem?.order ?? 0))
    .map(object => ({
      object,
      objects: (object.subsystem?.objects ?? [])
        .flatMap(path => workspace.object(path) ?? [])
        .filter(shown => workspace.addressOf(shown) !== undefined),
      inner: sectionsOf(workspace, object.path),
    }))
    .filter(section => section.objects.length > 0 || section.inner.length > 0);
}
