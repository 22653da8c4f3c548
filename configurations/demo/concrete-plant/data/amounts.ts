/**
 * The generator counts in whole thousandths (quantities) and whole kopecks (prices), so that no float touches a figure.
 * These turn the counts into the decimal strings records are written with.
 */
export function quantity(thousandths: number): string {
  return decimal(thousandths, 3);
}

export function price(kopecks: number): string {
  return decimal(kopecks, 2);
}

function decimal(count: number, digits: number): string {
  const sign = count < 0 ? '-' : '';
  const text = Math.abs(count)
    .toString()
    .padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
