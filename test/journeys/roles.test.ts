import { describe, it } from 'node:test'
import { postgres } from '../support/needs.ts'

describe('roles that run apart', { skip: postgres.skip }, () => {
  it.todo('publish, collect, read and serve one article between three processes')
})
