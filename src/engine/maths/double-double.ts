/**
 * The error of a rounded product, so that two numbers can carry one value to about 32 digits.
 *
 * Origin: T. J. Dekker, A floating-point technique for extending the available precision, Numerische
 * Mathematik 18 (1971) 224-242. Each factor is cut into two halves of 26 bits whose products are exact.
 */
const SPLITTER = 134_217_729; // 2^27 + 1

/**
 * a × b - product, exactly, where `product` is the rounded a × b. Domain: |a|, |b| below 1e290, product above 1e-270.
 */
export function productError(a: number, b: number, product: number): number {
  const wideA = SPLITTER * a;
  const highA = wideA - (wideA - a);
  const lowA = a - highA;
  const wideB = SPLITTER * b;
  const highB = wideB - (wideB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}
