/** What is written in a region's states and along its arrows. Pure. */
import { anywhereIn, type Link, type Texts } from './dot.ts';
import { dueKey, type Marks, markOf } from './marks.ts';
import { flat, type State } from './model.ts';
import { type Block, blockOf, type Sign, type Line as TextLine } from './text.ts';
import { dayText, type Lang, words } from './theme.ts';

export interface Style {
  readonly lang: Lang;
  readonly marks: Marks | undefined;
  /** Also what is only noted in a state. */
  readonly notes: boolean;
}

/** Whether a state is a region of its own. */
export const isRegion = ({ path }: State): boolean => !path.includes('.');

/** The texts of a region, where some arrows are not drawn but told in the states they leave. */
export function textsOf(region: State, style: Style, jumps: readonly Link[]): Texts {
  const labels = new Map(flat(region).map(({ path, label }) => [path, label]));
  const blocks = new Map(
    flat(region).map((state) => [
      state.path,
      stateBlock(state, style, jumpsFrom(state, jumps, labels, style.lang)),
    ]),
  );
  return {
    state: ({ path }) => blocks.get(path) ?? blockOf([], 0),
    link: linkBlock,
    anywhere: blockOf([{ text: words[style.lang].anywhere, size: 10.5 }], 200),
  };
}

function stateBlock(state: State, { lang, marks, notes }: Style, jumps: readonly string[]): Block {
  const mark = markOf(state.path, marks);
  const compound = state.inside.length > 0;
  const stay = stayText(state.path, marks, lang);
  const lines: TextLine[] = [
    {
      text: state.label,
      size: isRegion(state) ? 16 : 13,
      weight: 'bold',
      sign: isRegion(state) && compound ? undefined : mark,
    },
    ...(stay === undefined || compound ? [] : [{ text: stay, size: 10.5 }]),
    ...state.deadlines.map(({ key, label }, index) => {
      const due = marks?.due.get(dueKey(state.path, key));
      const text = due === undefined ? label : `${label}: ${dayText(due, lang)}`;
      return { text, size: 10.5, sign: 'clock', gap: index === 0 ? 4 : 1 } as const;
    }),
    ...listed(notes ? state.notes : [], 'note'),
    ...listed(jumps, 'jump'),
  ];
  return blockOf(lines, compound ? 330 : 190);
}

const listed = (texts: readonly string[], sign: Sign): TextLine[] =>
  texts.map((text, index) => ({ text, size: 10.5, sign, gap: index === 0 ? 4 : 1 }));

/** What leads away from a state without an arrow, and where to. */
function jumpsFrom(
  { path }: State,
  jumps: readonly Link[],
  labels: ReadonlyMap<string, string>,
  lang: Lang,
): string[] {
  const own = jumps.filter(({ from }) => from === path || from === anywhereIn(path));
  return own.flatMap(({ kind, labels: events, to }) => {
    const target = chain(path, to).map((above) => labels.get(above) ?? above);
    const causes = kind === 'deadline' ? events.map(words[lang].byDeadline) : events;
    return (kind === 'follows' ? [words[lang].follows] : causes).map(
      (cause) => `${cause} → ${target.join(' › ')}`,
    );
  });
}

/** The states one enters on the way from a state to another, outermost first. */
function chain(from: string, to: string): string[] {
  const keys = to.split('.');
  const all = keys.map((_, index) => keys.slice(0, index + 1).join('.'));
  return all.filter((path) => path === to || !`${from}.`.startsWith(`${path}.`));
}

/** Since when, or how often, a journey is or was in a state. */
export function stayText(path: string, marks: Marks | undefined, lang: Lang): string | undefined {
  const stay = marks?.current.get(path);
  if (stay) {
    const since = words[lang].since(dayText(stay.since, lang));
    return stay.number === 1 ? since : `${since}, ${words[lang].nth(stay.number)}`;
  }
  const times = marks?.past.get(path) ?? 0;
  return times > 1 ? words[lang].times(times) : undefined;
}

/** What sets an arrow off. */
function linkBlock({ kind, labels }: Link): Block {
  const bullet = labels.length > 1 ? ('bullet' as const) : undefined;
  const sign = kind === 'deadline' ? ('clock' as const) : bullet;
  return blockOf(
    labels.map((text) => ({ text, size: 10.5, sign })),
    135,
  );
}
