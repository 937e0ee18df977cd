/** The shape that the words of events have: an event, a field or a code without words does not compile. */
import type { z } from 'zod';
import type { Text } from '../../effects/words.ts';
import type { EventSpec } from '../catalogue/fields.ts';
import type { Common } from './common.ts';
import type { FieldWords } from './field.ts';

/** The codes a value is one of, or each of them is one of. */
type Codes<V> = V extends readonly (infer Item)[]
  ? Codes<Item>
  : V extends string
    ? string extends V
      ? never
      : V
    : never;

/** The words of a field whose value is `V`: its codes are among them. */
type WordsOf<V> = FieldWords &
  ([Codes<V>] extends [never] ? unknown : { readonly values: { readonly [C in Codes<V>]: Text } });

type Item<V> = NonNullable<V> extends readonly (infer I)[] ? I : NonNullable<V>;
type Inner<F, K extends keyof F & string> =
  Item<F[K]> extends object ? `${K}.${keyof Item<F[K]> & string}` : never;

/** The fields and, with a dot, the fields of what they list: `blocks`, `blocks.from`. */
type Path<F> = string extends keyof F
  ? never
  : { [K in keyof F & string]-?: K | Inner<F, K> }[keyof F & string];

type At<F, P> = P extends keyof F
  ? F[P]
  : P extends `${infer K}.${infer Rest}`
    ? K extends keyof F
      ? At<Item<F[K]>, Rest>
      : never
    : never;

/** Fields for which what is said of every field of their name is enough. */
type Covered<F> = {
  [P in Path<F>]: P extends keyof Common ? (Common[P] extends WordsOf<At<F, P>> ? P : never) : never;
}[Path<F>];

type OwnWords<F> = { readonly [P in Exclude<Path<F>, Covered<F>>]: WordsOf<At<F, P>> } & {
  readonly [P in Covered<F>]?: Partial<FieldWords>;
};

type EventWords<F> = { readonly help: Text } & ([Exclude<Path<F>, Covered<F>>] extends [never]
  ? { readonly fields?: OwnWords<F> }
  : { readonly fields: OwnWords<F> });

/** Words for each event of a table: the step explained, and its fields but for those that are named alike everywhere. */
export type WordsFor<Events extends Record<string, EventSpec>> = {
  readonly [E in keyof Events]: EventWords<z.input<Events[E]['fields']>>;
};
