import { once } from 'node:events';
import { createServer, type Server as NodeServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { ProblemError } from '#platform';
import { httpLimits } from './limits.ts';

/** A server that answers. */
export interface Listening {
  /** 'http://127.0.0.1:8080' */
  readonly address: string;
  /** Takes no new requests, waits for those under way (not for ever), then closes. */
  readonly close: () => Promise<void>;
}

/** Listens on an address of this machine; port 0 takes a free one. The problem `port-in-use` when somebody else has it. */
export async function listen(application: Hono, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createServer(
    {
      maxHeaderSize: httpLimits.headerBytesMax,
      requestTimeout: httpLimits.requestTimeoutMs,
      headersTimeout: httpLimits.headersTimeoutMs,
    },
    getRequestListener(application.fetch),
  );
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new ProblemError([{ code: 'port-in-use', parameters: { host, port } }]);
    }
    throw error;
  }
  return { address: addressOf(server, host), close: () => closeServer(server) };
}

function addressOf(server: NodeServer, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function closeServer(server: NodeServer): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), httpLimits.shutdownMs);
  await closed;
  clearTimeout(patience);
}
