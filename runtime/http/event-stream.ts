import { httpLimits } from './limits.ts';
import { securityHeaders } from './security-headers.ts';

/** One server-sent event; a client that reconnects says the `id` it saw last. */
export interface ServerEvent {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

/** Feeds an event stream: `send` until `end`. What it returns is called once, when the stream is over for any reason. */
export type EventSource = (stream: { send: (event: ServerEvent) => void; end: () => void }) => () => void;

/**
 * Answers with server-sent events. The stream ends when the source ends it, when the client goes away, or when
 * `stopping` is aborted; in each case the source is told to let go of what it holds.
 */
export function eventStream(source: EventSource, stopping: AbortSignal): Response {
  let close = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      let release = () => {};
      let isOver = false;
      const write = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text));
      };
      const pulse = setInterval(() => write(': still here\n\n'), httpLimits.eventPulseMs);
      const end = () => {
        close();
        controller.close();
      };
      close = () => {
        if (isOver) return;
        isOver = true;
        clearInterval(pulse);
        stopping.removeEventListener('abort', end);
        release();
      };
      stopping.addEventListener('abort', end);
      const send = ({ id, name, data }: ServerEvent) =>
        write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      const letGo = source({ send, end: () => !isOver && end() });
      // The source may have ended the stream while it started.
      if (isOver) letGo();
      else release = letGo;
    },
    cancel() {
      close();
    },
  });
  const headers = { ...securityHeaders, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' };
  return new Response(body, { headers: { ...headers, 'X-Accel-Buffering': 'no' } });
}
