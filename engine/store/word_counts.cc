#include "store/word_counts.h"

#include "store/connection.h"

namespace tellwire::store {

WordCounts CountWords(Store& store) {
  Connection& connection = store.connection();
  connection.Execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_word "
      "USING fts5vocab(main, article_fts, row)");
  WordCounts counts;
  counts.articles = connection.One("SELECT count(*) FROM article");
  Query query = connection.Prepare("SELECT term, doc FROM temp.article_word ORDER BY term");
  while (query.Step()) counts.words.emplace_back(query.Text(0), query.Integer(1));
  return counts;
}

}  // namespace tellwire::store
