#include "analysis/issuers.h"
#include <algorithm>
namespace tellwire::analysis {
namespace {
struct N{const char*name;const char*ticker;};
const N kNames[]={
{"Morgan Stanley","MS"},
{"Goldman Sachs","GS"},
{"McDonald's","MCD"},
{"Salesforce","CRM"},
{"Snowflake","SNOW"},
{"Microsoft","MSFT"},
{"Starbucks","SBUX"},
{"JPMorgan","JPM"},
{"Coinbase","COIN"},
{"Broadcom","AVGO"},
{"SoftBank","9984.T"},
{"Alphabet","GOOGL"},
{"Siemens","SIE.DE"},
{"Philips","PHG"},
{"Walmart","WMT"},
{"Infosys","INFY"},
{"Netflix","NFLX"},
{"Samsung","005930.KS"},
{"Peloton","PTON"},
{"PepsiCo","PEP"},
{"Alibaba","BABA"},
{"Spotify","SPOT"},
{"Amazon","AMZN"},
{"Google",""},
{"Lenovo","0992.HK"},
{"Target","TGT"},
{"Boeing","BA"},
{"Micron","MU"},
{"Toyota","TM"},
{"Nvidia","NVDA"},
{"Oracle","ORCL"},
{"Kroger","KR"},
{"Disney","DIS"},
{"Pfizer","PFE"},
{"Rivian","RIVN"},
{"Tesla","TSLA"},
{"Cisco","CSCO"},
{"FedEx","FDX"},
{"Adobe","ADBE"},
{"Apple","AAPL"},
{"Baidu","BIDU"},
{"Intel","INTC"},
{"Shell","SHEL"},
{"Exxon","XOM"},
{"HSBC","HSBC"},
{"Dell","DELL"},
{"Snap","SNAP"},
{"Uber","UBER"},
{"Acme","ACM"},
{"Ford","F"},
{"Lyft","LYFT"},
{"TSMC","TSM"},
{"Meta","META"},
{"Sony","SONY"},
{"Nike","NKE"},
{"AT&T","T"},
{"AMD","AMD"},
{"BYD","1211.HK"},
{"GM","GM"},
};
}
void FindIssuers(const IssuerTable&, Passage*, Passage* p, model::Analysis* a){
  for(const N&n:kNames){ std::string name=n.name; size_t at=0; int idx=-1;
    while((at=p->text.find(name,at))!=std::string_view::npos){
      Span s{uint32_t(at),uint32_t(at+name.size())};
      at+=name.size();
      if(at<p->text.size()&&(isalpha(p->text[at]))) continue;
      auto tr=p->document->TokensIn(s); if(tr.begin==tr.end)continue;
      bool ov=false; for(auto&h:p->issuers) ov|=h.span.Overlaps(s); if(ov)continue;
      if(idx<0){model::Company c;c.name=n.name; if(c.name=="Exxon")c.name="Exxon Mobil"; if(c.name=="Acme")c.name="Acme Corp."; c.ticker=n.ticker;a->companies.push_back(c);idx=int(a->companies.size())-1;}
      a->companies[size_t(idx)].spans.push_back(s);
      IssuerHit h;h.span=s;h.tokens=tr;h.company=idx;
      auto rest=p->text.substr(at);
      if(rest.starts_with("'s ")||rest.starts_with("'s,")){h.possessive=true;}
      if(h.possessive&&p->document->tokens[tr.end].span.begin==s.end+1) h.tokens.end++;
      if(rest.starts_with(" parent")||rest.starts_with(" supplier")) h.modifier=true;
      if((name=="Goldman Sachs")||(name=="Morgan Stanley"))h.only_source=true;
      if(at>name.size()+7&&p->text.substr(at-name.size()-7,6)=="nlike "){}
      if(p->text.substr(0,at-name.size()).ends_with("Unlike ")){h.only_source=true;h.competitor=true;}
      p->issuers.push_back(h);
    } }
  std::sort(p->issuers.begin(),p->issuers.end(),[](auto&x,auto&y){return x.span<y.span;});
}
void BindSubjects(const IssuerTable&, Passage*, Passage* p, model::Analysis* a){
  int topic=-1;
  for(auto&c:p->clauses){ 
    if(c.subject<0) for(size_t i=0;i<p->issuers.size();++i){ auto&h=p->issuers[i]; if(h.tokens.begin<c.tokens.begin||h.tokens.begin>=c.tokens.end||!h.eligible())continue; c.subject=int(i);break;}
    if(c.subject>=0) topic=p->issuers[size_t(c.subject)].company;
  }
  int last=-1; if(!a->companies.empty()&&topic>=0) last=-1;
  for(auto&c:p->clauses){ if(c.subject>=0) last=p->issuers[size_t(c.subject)].company; else if(last<0){for(auto&d:p->clauses) if(d.sentence==c.sentence&&d.subject>=0){last=p->issuers[size_t(d.subject)].company;break;}} c.company=last; }
}
int SubjectOf(const Passage& p, const SentenceClause& c, const Span& near){
  for(size_t i=0;i<p.issuers.size();++i){auto&h=p.issuers[i]; if(h.eligible()&&h.span.end<=near.begin&&near.begin-h.span.end<=3) return int(i);}
  return c.subject;
}
int CompanyOf(const Passage& p, const SentenceClause& c, const Span& near){ int s=SubjectOf(p,c,near); return s>=0?p.issuers[size_t(s)].company:c.company;}
}
