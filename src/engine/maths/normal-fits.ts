/**
 * Rational functions for the normal law. Each agrees with what it replaces at the Chebyshev points of its interval
 * (test/engine/reference/fit.py, 60 digits) and is off by less than 9e-17 relative; nearly all coefficients are
 * positive, so that evaluation loses little more.
 */

/** (Phi(x) - 1/2) / x in z = x^2, for z <= 1. */
export function centralCdf(z: number): number {
  let p = -2.454013994158267e-9;
  p = p * z + 4.206121664659557e-6;
  p = p * z + 7.45546714996931e-5;
  p = p * z + 0.00396158129159276;
  p = p * z + 0.02444211746836172;
  p = p * z + 0.3989422804014327;
  let q = 5.928838166471244e-7;
  q = q * z + 4.0684384742769794e-5;
  q = q * z + 0.0012845898517498703;
  q = q * z + 0.022919206578541348;
  q = q * z + 0.22793396940471444;
  q = q * z + 1;
  return p / q;
}

/** Phi(-t) exp(t^2 / 2) for 0.99 <= t <= 6. */
export function nearTail(t: number): number {
  let p = 2.765887866271437e-5;
  p = p * t + 0.0005784303132340375;
  p = p * t + 0.0057878883501175675;
  p = p * t + 0.035390342035702;
  p = p * t + 0.14215083355594602;
  p = p * t + 0.3762635776882216;
  p = p * t + 0.6153386224314967;
  p = p * t + 0.4999999999531892;
  let q = 6.933053516877947e-5;
  q = q * t + 0.0014499092312852547;
  q = q * t + 0.014577433399058837;
  q = q * t + 0.09015994996153015;
  q = q * t + 0.37069476290972897;
  q = q * t + 1.0288923474229894;
  q = q * t + 1.8710853045841305;
  q = q * t + 2.0285618047150358;
  q = q * t + 1;
  return p / q;
}

/** t Phi(-t) exp(t^2 / 2) in w = 1 / t^2, for 6 <= t <= 39; it tends to 1 / sqrt(2 pi). */
export function farTail(w: number): number {
  let p = 445.33968350861556;
  p = p * w + 1969.186092629633;
  p = p * w + 1228.6513185224533;
  p = p * w + 240.24191648457452;
  p = p * w + 17.337442307182748;
  p = p * w + 0.39894228040143265;
  let q = 3404.8080763727908;
  q = q * w + 7171.980583738772;
  q = q * w + 3605.0522689377362;
  q = q * w + 643.6557037090636;
  q = q * w + 44.45852309696766;
  q = q * w + 1;
  return p / q;
}

/** Quantile divided by q = p - 1/2, in w = 0.18 - q^2, for 0 <= w <= 0.18. */
export function centralQuantile(w: number): number {
  let p = 3741.1457535476575;
  p = p * w + 71110.78333778969;
  p = p * w + 206445.33275495312;
  p = p * w + 206670.42293160412;
  p = p * w + 93081.75631984064;
  p = p * w + 21158.16211875046;
  p = p * w + 2508.60484429109;
  p = p * w + 147.43065573953197;
  p = p * w + 3.3807998831538586;
  let q = 9008.823991561047;
  q = q * w + 69547.16564222064;
  q = q * w + 135457.50210085217;
  q = q * w + 105892.1378272708;
  q = q * w + 40114.58649784357;
  q = q * w + 8013.672140067243;
  q = q * w + 859.3086635448614;
  q = q * w + 46.591722234300136;
  q = q * w + 1;
  return p / q;
}

/** Upper quantile in t = r - 2.2, for 0 <= t <= 6.4; r = 8.6 is a tail of 9e-17. */
export function nearTailQuantile(t: number): number {
  let p = 4.660009192458965e-6;
  p = p * t + 0.0002668703034364919;
  p = p * t + 0.005612022823213869;
  p = p * t + 0.060479934095656974;
  p = p * t + 0.3765601665721085;
  p = p * t + 1.3914220478004502;
  p = p * t + 2.94880501101811;
  p = p * t + 3.2205846180131528;
  p = p * t + 1.3474254923783557;
  let q = 2.2426706186281503e-12;
  q = q * t + 4.659617133595508e-6;
  q = q * t + 0.00025667568622619126;
  q = q * t + 0.005073755430263453;
  q = q * t + 0.050380869282149805;
  q = q * t + 0.28188238276775085;
  q = q * t + 0.8946222070468273;
  q = q * t + 1.4880693733552395;
  q = q * t + 1;
  return p / q;
}

/** Upper quantile in t = r - 8.6, for 0 <= t <= 30.1, as far as the smallest number above 0. */
export function farTailQuantile(t: number): number {
  let p = 1.0123987503939152e-10;
  p = p * t + 3.416069433103897e-8;
  p = p * t + 3.897758894063391e-6;
  p = p * t + 0.0002083809242567476;
  p = p * t + 0.005957558827067763;
  p = p * t + 0.09624782482597816;
  p = p * t + 0.8783629104854614;
  p = p * t + 4.212943829991916;
  p = p * t + 8.238688537465105;
  let q = 1.599941780322533e-19;
  q = q * t + 1.0123967661290959e-10;
  q = q * t + 3.329022545461269e-8;
  q = q * t + 3.612222315293635e-6;
  q = q * t + 0.00017751244611764936;
  q = q * t + 0.004448257881036797;
  q = q * t + 0.058666913180291824;
  q = q * t + 0.38644900803018256;
  q = q * t + 1;
  return p / q;
}
