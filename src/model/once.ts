/** A value that takes long to make → the same, made when somebody first asks for it: few runs need all tables and patterns. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
