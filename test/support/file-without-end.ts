/** Run by archive/kill.test.ts in a process of its own: files articles into the archive at argv[2] until it is killed. */
import { openArchive } from '../../src/archive/open-archive.ts'
import { fileSample, sampleArticle } from './archive-samples.ts'
import { noon } from './archives.ts'

const archive = await openArchive(process.argv[2] ?? '', { clock: () => noon })

for (let n = 0; ; n++) {
  const article = sampleArticle({ address: `https://harbour.example/${process.pid}/${n}` })
  await fileSample(archive, noon, { article })
  process.stdout.write(`${article.address}\n`)
}
