/** The statechart as a Mermaid state diagram. Pure. */
import { type Mark, type Marks, markOf } from './marks.ts';
import { flat, type State } from './model.ts';
import { colours, type Lang, words } from './theme.ts';

/** Mermaid text (`stateDiagram-v2`) of some regions, with a journey's marks where there are any. */
export function mermaidOf(regions: readonly State[], lang: Lang, marks?: Marks): string {
  // Mermaid puts a state where it is first named: all of them are declared before the first arrow.
  const all = regions.flatMap(flat);
  const lines = [
    ...regions.flatMap(declared),
    ...all.flatMap((state) => arrows(state, lang)),
    ...classes(all, marks),
  ];
  return ['stateDiagram-v2', ...indent(lines)].join('\n');
}

const idOf = (path: string): string => path.replaceAll('.', '_');
const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function declared({ path, label, initial, inside, parallel }: State): string[] {
  const heading = `state "${label}" as ${idOf(path)}`;
  if (inside.length === 0) return [heading];
  const start = initial === undefined ? [] : [`[*] --> ${idOf(initial)}`];
  const parts = inside.flatMap((one, index) => [...(parallel && index > 0 ? ['--'] : []), ...declared(one)]);
  return [`${heading} {`, ...indent([...start, ...parts]), '}'];
}

/** One arrow for each pair of states, with all that leads along it. */
function arrows({ path, arrows }: State, lang: Lang): string[] {
  return [...Map.groupBy(arrows, ({ to }) => to)].map(([to, along]) => {
    const texts = along.flatMap(({ kind, labels }) =>
      labels.map((label) =>
        (kind === 'deadline' ? words[lang].byDeadline(label) : label).replaceAll(':', ' –'),
      ),
    );
    const pair = `${idOf(path)} --> ${idOf(to)}`;
    return texts.length === 0 ? pair : `${pair} : ${texts.join(' / ')}`;
  });
}

const styles = {
  current: `fill:${colours.around.fill},stroke:${colours.current.line},stroke-width:4px,font-weight:bold`,
  past: `fill:${colours.past.fill},stroke:${colours.past.line},stroke-dasharray:5 3`,
} as const satisfies Record<Mark, string>;

function classes(states: readonly State[], marks: Marks | undefined): string[] {
  if (!marks) return [];
  const byMark = Map.groupBy(states, ({ path }) => markOf(path, marks));
  return (['current', 'past'] as const).flatMap((mark) => {
    const marked = byMark.get(mark) ?? [];
    if (marked.length === 0) return [];
    return [
      `classDef ${mark} ${styles[mark]}`,
      `class ${marked.map(({ path }) => idOf(path)).join(',')} ${mark}`,
    ];
  });
}
