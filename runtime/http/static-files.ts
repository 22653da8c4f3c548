import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isKnown } from './entity-tag.ts';
import { closedPolicy, pagePolicy, securityHeaders } from './security-headers.ts';

/** Files that are served as they are. All were read at the start, so no address can reach any other file. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

export interface StaticFile {
  readonly content: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** All files below a folder that browsers may load, by address from `prefix` on ('/'). */
export async function loadStaticFiles(folder: string, prefix: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, StaticFile>();
  for (const entry of entries) {
    const type = contentTypes[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = prefix + relative(folder, path).split(sep).join('/');
    files.set(address, staticFile(await readFile(path), { type, isImmutable: address.includes('/immutable/') }));
  }
  return files;
}

/** A file held in memory. What has a hash in its name never changes; everything else is asked about each time. */
export function staticFile(content: Buffer, about: { type: string; isImmutable: boolean }): StaticFile {
  const isPage = about.type.startsWith('text/html');
  return {
    content,
    headers: {
      ...securityHeaders,
      'Content-Type': about.type,
      'Content-Security-Policy': isPage ? pagePolicy(content.toString('utf8')) : closedPolicy,
      'Cache-Control': about.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
      Vary: 'Accept-Encoding',
    },
  };
}

const compressed = new WeakMap<StaticFile, Buffer<ArrayBuffer>>();

/** The answer to a request for the file: nothing when the browser has it already, packed when it can unpack. */
export function staticResponse(file: StaticFile, request: Request): Response {
  if (isKnown(request, file.headers['ETag'] ?? '')) {
    return new Response(null, { status: 304, headers: file.headers });
  }
  const isText = /^(text|application|image\/svg)/.test(file.headers['Content-Type'] ?? '');
  const unpacks = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (!isText || !unpacks || file.content.length < 1024)
    return new Response(new Uint8Array(file.content), { headers: file.headers });
  const packed = compressed.get(file) ?? gzipSync(file.content);
  compressed.set(file, packed);
  return new Response(packed, { headers: { ...file.headers, 'Content-Encoding': 'gzip' } });
}
