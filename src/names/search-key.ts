/** The normaliser of text and query, of the ledger's room because what it serves is found by it. */
export * from '../ledger/search-key.js'
