/** The ports of an embedded Temporal; the inner ones only serve the parts of the built server among themselves. */
export const TEMPORAL_PORTS = [
  'temporal',
  'temporalUi',
  'temporalHttp',
  'frontendMembership',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
] as const;

/** A number for each. */
export type TemporalPorts = Record<(typeof TEMPORAL_PORTS)[number], number>;
