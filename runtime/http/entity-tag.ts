/** Whether the browser has this version already. Compression on the way makes a tag weak, which changes nothing here. */
export function isKnown(request: Request, tag: string): boolean {
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(one => one.trim().replace(/^W\//, ''));
  return known.includes(tag);
}
