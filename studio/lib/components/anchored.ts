import type { Attachment } from 'svelte/attachments';

/**
 * Shows a popover in the top layer below its anchor (above it when there is no room), lined up with the anchor's start
 * edge in the direction of writing, and keeps it there while the page scrolls.
 */
export function anchored(
  anchor: () => HTMLElement | undefined,
  options: { readonly sameWidth?: boolean } = {},
): Attachment<HTMLElement> {
  return popup => {
    popup.popover = 'manual';
    popup.showPopover();
    const place = () => placeBelow(popup, anchor(), options.sameWidth === true);
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(popup);
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      watcher.disconnect();
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  };
}

const gap = 4;
const edge = 8;
const heightMostPx = 520;

function placeBelow(popup: HTMLElement, anchor: HTMLElement | undefined, sameWidth: boolean): void {
  if (anchor === undefined) return;
  const box = anchor.getBoundingClientRect();
  if (sameWidth) popup.style.minInlineSize = `${box.width}px`;
  const rightToLeft = getComputedStyle(anchor).direction === 'rtl';
  const { offsetWidth: width } = popup;
  const below = innerHeight - box.bottom - gap - edge;
  const above = box.top - gap - edge;
  const isBelow = below >= Math.min(popup.scrollHeight, 240) || below >= above;
  popup.style.maxBlockSize = `${Math.min(isBelow ? below : above, heightMostPx)}px`;
  const start = rightToLeft ? innerWidth - box.right : box.left;
  popup.style.insetInlineStart = `${Math.max(edge, Math.min(start, innerWidth - width - edge))}px`;
  popup.style.insetBlockStart = isBelow
    ? `${box.bottom + gap}px`
    : `${Math.max(edge, box.top - gap - popup.offsetHeight)}px`;
}
