/** What can keep the embedded installation from running, as one error with a closed set of codes. */

/**
 * - `in-use`: another process runs on the same data.
 * - `bad-setting`: a setting or option that cannot be followed (a port already taken, an unknown option).
 * - `no-temporal`: no way led to a Temporal server.
 * - `no-postgres`: PostgreSQL cannot run here.
 * - `not-started`: a process ended, or did not become ready in time.
 * - `died`: a process that ran kept dying.
 * - `stopped`: the start was called off.
 */
export type EmbeddedErrorCode =
  | 'in-use'
  | 'bad-setting'
  | 'no-temporal'
  | 'no-postgres'
  | 'not-started'
  | 'died'
  | 'stopped';

export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}

/** The exit code of a command that ends with this error: 2 if what was asked for is refused, else 1. */
export function exitCodeOf(error: unknown): number {
  return error instanceof EmbeddedError && (error.code === 'in-use' || error.code === 'bad-setting') ? 2 : 1;
}

/** The text to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether a system call failed with this code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
