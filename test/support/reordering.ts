/** A webpack loader that makes a mutant of the workflow: it records before it gives orders, which running journeys did not. */
const orders = '  for (const order of step.orders) pumps.give(order);\n';
const recording = '    recorder.wake(ledger);\n';

/** The source with both lines changed places. Throws where they are not found: then nothing would be tested. */
export default function reorder(source: string): string {
  const asIs = `  ${orders}${recording}`;
  if (!source.includes(asIs)) throw new Error('The lines to be reordered are not there.');
  return source.replace(asIs, `${recording}  ${orders}`);
}
