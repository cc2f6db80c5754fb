// Every fact has several places where pages put it. They are collected in one pass under plain
// names, and then the best place that is filled wins: JSON-LD, then Open Graph, then the rest.
#include "ingest/html_metadata.h"

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/ascii.h"
#include "base/table.h"
#include "ingest/html_node.h"

namespace tellwire::ingest {
namespace {

using Json = nlohmann::json;

constexpr size_t kLongestLd = 1 << 20;
constexpr int kDeepestLd = 32;

// --- JSON-LD. ---

bool IsShallow(std::string_view json) {
  int depth = 0;
  for (const char c : json) {
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > kDeepestLd) return false;  // brackets in strings count too: no harm
  }
  return true;
}

// A string, the `name` of an object, or those of a list.
std::string TextOf(const Json& value, const char* member = "name") {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return value.contains(member) ? TextOf(value[member], member) : "";
  std::string joined;
  if (!value.is_array()) return joined;
  for (const Json& item : value) {
    const std::string text = TextOf(item, member);
    if (text.empty()) continue;
    joined += joined.empty() ? text : ", " + text;
  }
  return joined;
}

bool IsArticleType(const Json& object) {
  const std::string type = object.contains("@type") ? TextOf(object["@type"]) : "";
  return type.find("Article") != std::string::npos || type.find("Posting") != std::string::npos ||
         type.find("Report") != std::string::npos;
}

// The object that describes the article, also in a list or a @graph; nullptr when there is none.
const Json* ArticleIn(const Json& json) {
  if (json.is_array()) {
    for (const Json& item : json) {
      if (const Json* found = ArticleIn(item)) return found;
    }
  } else if (json.is_object()) {
    if (IsArticleType(json)) return &json;
    if (json.contains("@graph")) return ArticleIn(json["@graph"]);
  }
  return nullptr;
}

// --- Collecting. ---

class Statements {
 public:
  // The first place that says something wins.
  void Add(const std::string& place, std::string_view value) {
    const std::string trimmed(Trim(value));
    if (!trimmed.empty()) said_.emplace(place, trimmed);
  }

  std::string Best(std::initializer_list<const char*> places) const {
    for (const char* place : places) {
      if (const auto found = said_.find(place); found != said_.end()) return found->second;
    }
    return "";
  }

  void AddLinkedData(std::string_view text) {
    if (text.size() > kLongestLd || !IsShallow(text)) return;
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    const Json* object = json.is_discarded() ? nullptr : ArticleIn(json);
    if (!object) return;
    for (const char* key : {"headline", "datePublished", "author", "publisher", "inLanguage",
                            "description", "keywords", "articleSection"}) {
      if (object->contains(key)) Add(std::string("ld:") + key, TextOf((*object)[key]));
    }
    for (const char* key : {"url", "mainEntityOfPage"}) {
      if (object->contains(key)) Add("ld:url", TextOf((*object)[key], "@id"));
    }
  }

  void AddNode(const GumboNode* node) {
    switch (TagOf(node)) {
      case GUMBO_TAG_META:
        return AddMeta(node);
      case GUMBO_TAG_LINK:
        if (Lowered(AttributeOf(node, "rel")) == "canonical") {
          Add("canonical", AttributeOf(node, "href"));
        }
        return;
      case GUMBO_TAG_HTML:
        return Add("lang", AttributeOf(node, "lang"));
      case GUMBO_TAG_TITLE:
        return Add("title", InnerText(node));
      case GUMBO_TAG_H1:
        return Add("h1", InnerText(node));
      case GUMBO_TAG_TIME:
        return Add("time", AttributeOf(node, "datetime"));
      case GUMBO_TAG_SCRIPT:
        if (Lowered(AttributeOf(node, "type")) == "application/ld+json")
          AddLinkedData(RawText(node));
        return;
      default:
        break;
    }
    if (AttributeOf(node, "itemprop") == "datePublished") {
      Add("item:date", AttributeOf(node, "datetime"));
      Add("item:date", AttributeOf(node, "content"));
    }
    if (AttributeOf(node, "rel") == "author") Add("rel:author", InnerText(node));
  }

 private:
  void AddMeta(const GumboNode* node) {
    for (const char* attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = Lowered(AttributeOf(node, attribute));
      if (!name.empty()) Add("meta:" + name, AttributeOf(node, "content"));
    }
  }

  static std::string_view RawText(const GumboNode* node) {
    const GumboVector& children = node->v.element.children;
    if (children.length == 0) return {};
    const auto* child = static_cast<const GumboNode*>(children.data[0]);
    const bool text = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA;
    return text ? std::string_view(child->v.text.text) : std::string_view();
  }

  std::map<std::string, std::string, std::less<>> said_;
};

// "Headline | Site" and "Headline - Site" without the site.
std::string WithoutSite(std::string title, const std::string& site) {
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: "}) {
    const size_t at = title.rfind(separator);
    if (at == std::string::npos || at < 15) continue;
    const std::string_view tail = std::string_view(title).substr(at + separator.size());
    const bool names_site = !site.empty() && Lowered(tail) == Lowered(site);
    if (names_site || (separator == " | " && tail.size() < 40)) {
      title.resize(at);
      break;
    }
  }
  return title;
}

std::string ExtraOf(const Statements& said) {
  Json extra = Json::object();
  const std::string description =
      said.Best({"ld:description", "meta:og:description", "meta:description"});
  if (!description.empty()) extra["description"] = description;
  const std::string keywords =
      said.Best({"ld:keywords", "meta:news_keywords", "meta:keywords", "meta:article:tag"});
  if (!keywords.empty()) extra["keywords"] = keywords;
  const std::string section = said.Best({"ld:articleSection", "meta:article:section"});
  if (!section.empty()) extra["section"] = section;
  return extra.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool IsTracking(std::string_view parameter) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid"};
  const std::string name = Lowered(parameter.substr(0, parameter.find('=')));
  if (name.starts_with("utm_")) return true;
  for (const std::string_view known : kNames) {
    if (name == known) return true;
  }
  return false;
}

}  // namespace

void ReadMetadata(const GumboNode* root, model::Article* article) {
  Statements said;
  ForEachNode(root, [&](const GumboNode* node) {
    if (IsElement(node)) said.AddNode(node);
  });
  article->source = said.Best({"meta:og:site_name", "ld:publisher", "meta:publisher",
                               "meta:application-name", "meta:dc.publisher", "meta:twitter:site"});
  article->title = said.Best({"ld:headline", "meta:og:title", "meta:twitter:title"});
  if (article->title.empty()) {
    article->title = said.Best({"h1"});
    const std::string page = WithoutSite(said.Best({"title"}), article->source);
    if (article->title.empty()) article->title = page;
  }
  article->title = WithoutSite(article->title, article->source);
  article->published_written = said.Best(
      {"ld:datePublished", "meta:article:published_time", "meta:og:published_time",
       "meta:datepublished", "item:date", "meta:parsely-pub-date", "meta:sailthru.date",
       "meta:publishdate", "meta:publish_date", "meta:publish-date", "meta:pubdate",
       "meta:dc.date.issued", "meta:dc.date", "meta:dcterms.created", "meta:date", "time"});
  article->author = said.Best({"ld:author", "meta:author", "meta:article:author", "meta:dc.creator",
                               "meta:parsely-author", "rel:author"});
  if (article->author.starts_with("http")) article->author.clear();
  article->language =
      said.Best({"lang", "ld:inLanguage", "meta:content-language", "meta:og:locale"});
  for (char& c : article->language) c = c == '_' ? '-' : c;
  const std::string url = CanonicalUrl(said.Best({"canonical", "meta:og:url", "ld:url"}));
  if (url.starts_with("http")) article->url = url;  // a relative one names nothing
  article->extra = ExtraOf(said);
}

std::string CanonicalUrl(std::string_view url) {
  const size_t scheme_end = url.find("://");
  const std::string scheme = Lowered(url.substr(0, scheme_end));
  if (scheme_end == std::string_view::npos || (scheme != "http" && scheme != "https")) {
    return std::string(url);
  }
  url = url.substr(0, url.find('#'));
  const size_t host_begin = scheme_end + 3;
  const size_t host_end = std::min(url.find_first_of("/?", host_begin), url.size());
  std::string host = Lowered(url.substr(host_begin, host_end - host_begin));
  const std::string_view port = scheme == "http" ? ":80" : ":443";
  if (host.ends_with(port)) host.resize(host.size() - port.size());
  const size_t query = std::min(url.find('?', host_end), url.size());
  std::string canonical = scheme + "://" + host;
  canonical += url.substr(host_end, query - host_end);
  char separator = '?';
  for (const std::string& parameter : SplitList(url.substr(std::min(query + 1, url.size())), '&')) {
    if (parameter.empty() || IsTracking(parameter)) continue;
    canonical += separator;
    canonical += parameter;
    separator = '&';
  }
  return canonical;
}

}  // namespace tellwire::ingest
