/** Where the queue's tables stand, from where ours do; the migration that makes them reckons the same. */
export function queueSchemaOf(schema: string = "public"): string {
  return schema === "public" ? "tripwright_queue" : `${schema}_queue`;
}
