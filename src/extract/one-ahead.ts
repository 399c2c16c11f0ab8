/** Makes one item while the item before it is being worked on: where making keeps us busy and work waits for the database, both go on at once. */

/** Works on the items in their order, one at a time. What throws, in making or in work, ends it when nothing is under way any more. */
export async function oneAhead<Item>(items: AsyncIterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  let working = Promise.resolve()
  try {
    for await (const item of items) {
      await working
      working = work(item)
      working.catch(() => {})
    }
  } finally {
    // Whatever happens: nothing may be under way any more when the caller goes on.
    await working
  }
}
