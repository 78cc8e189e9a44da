#!/usr/bin/env node
import { processTerminal } from './terminal.ts'
import { wiredesk } from './wiredesk.ts'

// The pipe's reader may leave early (`wiredesk search … | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await wiredesk(process.argv.slice(2), processTerminal(), process.env)
