/**
 * Which stems this code makes, and since 2 which marks. Raise it with every change that makes other stems of the same words,
 * or marks so much better that archives should have them: what is in one is then made anew (`wiredesk reindex`). A test holds it.
 */
export const stemsVersion = 2
