/**
 * The cookie that carries a session token: one per infobase, so that signing out of one leaves the others. Under TLS
 * it has the prefix `__Host-`, which binds it to this host and to encrypted connections.
 */
export function cookieName(infobase: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}aubade-${infobase}`;
}

/** The session token a request brings, if any. */
export function tokenOf(header: string | null, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key = '', ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** `Set-Cookie` for a token; an empty one removes the cookie. The server ends sessions, so the cookie has no term. */
export function sessionCookie(name: string, token: string, isSecure: boolean): string {
  const end = token === '' ? '; Max-Age=0' : '';
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}${end}`;
}
