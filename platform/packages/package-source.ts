/** A package as it lies in its folder, unread. */
export interface PackageSource {
  /** As problems shall show it: 'configurations/management/technical'. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
}

export interface SourceFile {
  /** Within the folder: 'catalogs/Warehouse.yaml'. */
  readonly path: string;
  readonly text: string;
}
