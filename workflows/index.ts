/** The workflows a worker offers. */
export { journey } from './journey/journey.ts';
