import { Decimal as Library } from 'decimal.js';

/**
 * Exact decimals. The precision only has to be out of reach: addition, subtraction and multiplication are never rounded,
 * and division is rounded by `divide` alone.
 */
export const Decimal = Library.clone({ precision: 100_000, rounding: Library.ROUND_HALF_UP });
export type Decimal = InstanceType<typeof Decimal>;

/** Digits after the point that a quotient keeps. */
const quotientDigits = 12;

/** The quotient rounded half away from zero to 12 digits after the point; null when the divisor is zero. */
export function divide(dividend: Decimal, divisor: Decimal): Decimal | null {
  if (divisor.isZero()) return null;
  const scaled = dividend.times(`1e${quotientDigits}`);
  const whole = scaled.divToInt(divisor);
  const twiceRest = scaled.minus(whole.times(divisor)).abs().times(2);
  const away = dividend.isNegative() === divisor.isNegative() ? 1 : -1;
  return (twiceRest.gte(divisor.abs()) ? whole.plus(away) : whole).times(`1e-${quotientDigits}`);
}

/** What is left of a division to a whole number, with the sign of the dividend; null when the divisor is zero. */
export function remainder(dividend: Decimal, divisor: Decimal): Decimal | null {
  return divisor.isZero() ? null : dividend.minus(dividend.divToInt(divisor).times(divisor));
}

/** Rounds half away from zero; negative digits round to tens, hundreds and so on. */
export function roundTo(value: Decimal, digits: number): Decimal {
  return value.times(`1e${digits}`).toDecimalPlaces(0).times(`1e${-digits}`);
}

/** Plain digits, no exponent, no trailing zeros, no negative zero: '12.5'. */
export function decimalText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}
