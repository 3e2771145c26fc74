/** How a migration changes a few words of a function that is long, and leaves all else of it as it is. */

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * What waits for the end of the transaction is asked now: the migrations of several versions are one transaction, and PostgreSQL changes no table of which something still waits.
 * The first statement of a migration that changes a table whose rows an earlier one has changed.
 */
export const SETTLE = 'set constraints all immediate; set constraints all deferred;';

/** The statement that says, in the function with this signature, `to` wherever it says `from`. It fails where the function does not say that. */
export function amended(signature: string, from: string, to: string): string {
  return `do $amend$
declare
  is_now text := pg_get_functiondef(${quoted(signature)}::regprocedure);
begin
  if position(${quoted(from)} in is_now) = 0 then raise exception '% does not say that', ${quoted(signature)}; end if;
  execute replace(is_now, ${quoted(from)}, ${quoted(to)});
end $amend$`;
}
