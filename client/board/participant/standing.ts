/** Where a journey stands and something goes on: the innermost states that are not at rest, each with its way. Pure. */
import type { Place } from '../../../workflows/fold/view.ts';

export function standingOf({ places }: { readonly places: readonly Place[] }): Place[] {
  const isInside = (inner: string, outer: string): boolean => inner.startsWith(`${outer}.`);
  return places
    .filter(({ path, atRest }) => !atRest && !places.some((other) => isInside(other.path, path)))
    .map((place) => {
      const way = places.filter(({ path }) => path === place.path || isInside(place.path, path));
      const label = (lang: 'de' | 'en'): string => way.map((one) => one.label[lang]).join(' › ');
      return { ...place, label: { de: label('de'), en: label('en') } };
    });
}
