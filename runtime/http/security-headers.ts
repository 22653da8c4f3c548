import { createHash } from 'node:crypto';

/** Headers of every answer, whatever it is. A page adds its own content security policy. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** What an answer that is no page may do if a browser is made to show it: nothing. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The content security policy of a page: only files of this server, and exactly the inline scripts and styles it
 * holds, by their hashes. Style attributes stay allowed, because they can neither load nor run anything.
 */
export function pagePolicy(html: string): string {
  const scripts = hashesOf(html, /<script(?:\s[^>]*)?>([\s\S]*?)<\/script>/g);
  const styles = hashesOf(html, /<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/g);
  return [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${styles}`,
    `style-src-elem 'self'${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

function hashesOf(html: string, element: RegExp): string {
  return [...html.matchAll(element)]
    .map(match => match[1] ?? '')
    .filter(content => content.trim() !== '')
    .map(content => ` 'sha256-${createHash('sha256').update(content).digest('base64')}'`)
    .join('');
}
