import type { Attachment } from 'svelte/attachments';

const spare = 8;

/** Which rows of a long table are near the screen, so that only those are made. Rows have one height. */
export class RowWindow {
  readonly #rowHeight: () => number;
  #top = $state(0);
  #height = $state(800);
  #frame: HTMLElement | undefined;

  constructor(rowHeight: () => number) {
    this.#rowHeight = rowHeight;
  }

  get rowHeight(): number {
    return this.#rowHeight();
  }

  get first(): number {
    return Math.max(0, Math.floor(this.#top / this.rowHeight) - spare);
  }

  get end(): number {
    return Math.ceil((this.#top + this.#height) / this.rowHeight) + spare;
  }

  /** How many rows fit: what Page Down walks. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.#height / this.rowHeight) - 2);
  }

  /** Follows the scrolling of the frame the table stands in. */
  watch: Attachment<HTMLElement> = frame => {
    this.#frame = frame;
    const measure = () => {
      this.#top = frame.scrollTop;
      this.#height = frame.clientHeight;
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(frame);
    frame.addEventListener('scroll', measure, { passive: true });
    return () => {
      watcher.disconnect();
      frame.removeEventListener('scroll', measure);
    };
  };

  /** Brings a row into view below the header of the table. */
  reveal(index: number): void {
    const frame = this.#frame;
    if (frame === undefined) return;
    const top = index * this.rowHeight;
    const room = frame.clientHeight - 2 * this.rowHeight;
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top > frame.scrollTop + room) frame.scrollTop = top - room;
  }
}
