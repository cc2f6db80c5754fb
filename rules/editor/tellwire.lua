---@meta tellwire
-- What rule files may call, for editors that read LuaCATS annotations. Made by Tellwire from its
-- own bindings: TELLWIRE_UPDATE=1 build/release/tests/script_test writes it anew.

---@class tellwire.Special

---The field is not there.
---@type tellwire.Special
missing = nil
---The field is there.
---@type tellwire.Special
present = nil

---@class tellwire.Limits
---@field above? number more than
---@field below? number less than
---@field min? number at least
---@field max? number at most
---@field between? number[] both ends count
---@field unit? string `pct`, `pp`, `USD` ..
---@field in_currency? string converts by the dated rates

---@class tellwire.Amount
---@field low number
---@field high number
---@field unit string
---@operator add(tellwire.Amount): tellwire.Amount
---@operator sub(tellwire.Amount): tellwire.Amount
---@operator mul(number): tellwire.Amount
---@operator div(number): tellwire.Amount
---@operator unm: tellwire.Amount
local Amount = {}

---The bare number in that unit; nil in another.
---@param unit string
---@return number?
function Amount:number(unit) end

---@class tellwire.Sentiment
---@field label "negative"|"neutral"|"positive"
---@field score number
---@field mixed boolean

---@class tellwire.Condition
---@operator band(tellwire.Condition): tellwire.Condition
---@operator bor(tellwire.Condition): tellwire.Condition
---@operator bnot: tellwire.Condition
local Condition = {}

---The phrase as it stands: case, accents and punctuation count.
---@return tellwire.Condition
function Condition:exact() end

---The parts of c share it: "sentence", "paragraph", "section", "segment" or "period".
---@param what "sentence"|"paragraph"|"section"|"segment"|"period"
---@return tellwire.Condition
function Condition:same(what) end

---c, with no d in the same sentence as c's evidence.
---@param d tellwire.Condition
---@return tellwire.Condition
function Condition:unless(d) end

---@class tellwire.fact.Fields
---@field metric? string|string[]|tellwire.Special Dotted id; matches its whole family unless `exact = true`.
---@field exact? boolean|tellwire.Special true: the metric itself, not its family.
---@field company? string|string[]|tellwire.Special Ticker, name or alias of the company.
---@field ticker? string|string[]|tellwire.Special Ticker of the company.
---@field segment? string|string[]|tellwire.Special Segment, product or geography, as written.
---@field kind? "metric"|"event"|"recommendation"|string[]|tellwire.Special What sort of fact.
---@field value? number|tellwire.Limits|tellwire.Special The level, scale applied.
---@field unit? string|string[]|tellwire.Special Unit of the value.
---@field qualifier? "exact"|"approx"|"over"|"under"|"up_to"|"range"|string[]|tellwire.Special How exact the number is.
---@field alt_value? number|tellwire.Limits|tellwire.Special The second currency given in brackets.
---@field change? number|tellwire.Limits|tellwire.Special Signed change; without a unit it is compared in percent.
---@field change_pct? number|tellwire.Limits|tellwire.Special The change in percent; not there where it is in another unit.
---@field change_unit? string|string[]|tellwire.Special Unit of the change.
---@field change_basis? "yoy"|"qoq"|"ytd"|"day"|"organic"|"constant_currency"|"like_for_like"|"vs_peak"|"60d"|string[]|tellwire.Special Against what it changed.
---@field prior? number|tellwire.Limits|tellwire.Special The value that it is compared with.
---@field consensus? number|tellwire.Limits|tellwire.Special The value that was expected.
---@field surprise_amount? number|tellwire.Limits|tellwire.Special Size of the beat or miss.
---@field growth_class? string|string[]|tellwire.Special `double-digit`, `triple-digit` ..
---@field streak_quarters? number|tellwire.Limits|tellwire.Special 5 for "fifth straight quarter".
---@field direction? "up"|"down"|"flat"|string[]|tellwire.Special Of the metric: a loss that narrows is up.
---@field surprise? "beat"|"miss"|"inline"|string[]|tellwire.Special Against estimates, guidance or expectations.
---@field period_text? string|string[]|tellwire.Special The period as written.
---@field period? string|string[]|tellwire.Special The period in its normal form: `FQ4:2026`.
---@field modality? "actual"|"guidance"|"target"|"estimate"|"rumour"|"hypothetical"|"opinion"|"asserted"|"any"|string[]|tellwire.Special How sure; `asserted` leaves out rumour, hypothetical and opinion.
---@field negated? boolean|tellwire.Special true: the denial is asked for.
---@field attribution? string|string[]|tellwire.Special Who said it, as written.
---@field flags? "loss"|"loss_narrowed"|"profitable"|"guidance_raised"|"guidance_cut"|"guidance_withdrawn"|"guidance_reaffirmed"|"record"|"discount"|"promise"|"intraday"|"unverified"|"export_control"|"risk"|"ambiguous"|"streak_ended:*"|string[]|tellwire.Special Marks of the fact.
---@field in_title? boolean|tellwire.Special true: said in the title.
---@field metric_text? string|string[]|tellwire.Special The words of the metric or event as written: `no "*acquisitions"`; in conditions only.
---@field named? boolean|tellwire.Special true: its own sentence names the company, or says `it` of the article's primary one; false: the company is carried over from what was said before; in conditions only.

---@class tellwire.promise.Fields: tellwire.fact.Fields
---@field operator? ">"|">="|"="|"<="|"<"|string[]|tellwire.Special How the target must be reached.
---@field target? number|tellwire.Limits|tellwire.Special The number to reach, with its unit.
---@field deadline? string|string[]|tellwire.Special By when, as a period: `BY:CQ2`, `NEXT:12M`; `missing` where none was given.
---@field state? "progress"|"kept"|"missed"|"withdrawn"|string[]|tellwire.Special What became of an earlier promise that this article settles.

---@class tellwire.company.Fields
---@field name? string|string[]|tellwire.Special Ticker, name or alias.
---@field list? string|string[]|tellwire.Special A file of rules/lists/ whose lines are tickers or names, in force as in `list`.
---@field sector? string|string[]|tellwire.Special Its sector.
---@field role? "primary"|"secondary"|"mention"|string[]|tellwire.Special What the company is to the article.
---@field kind? "company"|"product"|"segment"|"person"|"gov"|"source"|"entity"|string[]|tellwire.Special What sort of name it is.
---@field named_in? "title"|"lead"|string[]|tellwire.Special Its name stands in the title, or in the first block of prose.
---@field relevance? number|tellwire.Limits|tellwire.Special 0..1.
---@field [integer] string

---@class tellwire.quantity.Fields: tellwire.Limits
---@field unit? string|string[]|tellwire.Special `pct`, `USD`, `x` ..
---@field value? number|tellwire.Limits|tellwire.Special The number; its limits may stand beside `unit`: `min = 10`.
---@field qualifier? "exact"|"approx"|"over"|"under"|"up_to"|"range"|string[]|tellwire.Special How exact the number is.

---@class tellwire.theme.Fields: tellwire.Limits
---@field score? number|tellwire.Limits|tellwire.Special 0..1; its limits may stand alone: `above = 0.5`.
---@field [integer] string

---@class tellwire.impact.Fields: tellwire.Limits
---@field impact? number|tellwire.Limits|tellwire.Special 0..1: `above = 0.4`.

---@class tellwire.sentiment.Fields: tellwire.Limits
---@field of? string|string[]|tellwire.Special Of this company; else of the subject, else of the article.
---@field score? number|tellwire.Limits|tellwire.Special -1..1: `below = -0.2`.
---@field label? "negative"|"neutral"|"positive"|string[]|tellwire.Special The score as a word.
---@field mixed? boolean|tellwire.Special true: price and surprise point opposite ways.

---@class tellwire.published.Fields
---@field within? string Not longer ago than this.
---@field since? string|string[]|tellwire.Special On this day or later: `2026-01-31`.
---@field until? string|string[]|tellwire.Special On this day or before.

---@class tellwire.stated.Fields
---@field sentiment? string|string[]|tellwire.Special As the page words it.
---@field score? number|tellwire.Limits|tellwire.Special Its sentiment score.
---@field impact? number|tellwire.Limits|tellwire.Special Its market impact.
---@field tickers? string|string[]|tellwire.Special The tickers that it scores.
---@field themes? string|string[]|tellwire.Special Its themes, as written.

---@class tellwire.fired.Fields
---@field within? string Not longer before the article.

---@class tellwire.price.Fields: tellwire.Limits
---@field window? string How long after publication.
---@field move? number|tellwire.Limits|tellwire.Special Percent: `above = 3`.

---@class tellwire.portfolio.Fields: tellwire.Limits
---@field weight? number|tellwire.Limits|tellwire.Special 0..1: `above = 0.02`.

---@class tellwire.Hit
---@field company string? Name of the subject; nil under subject "article".
---@field ticker string? Its ticker.
---@field article tellwire.Article The article.
---@field analysis tellwire.Analysis What was found in it.
---@field [string] tellwire.Fact? the best evidence of a clause

---@class tellwire.Clause
---@field text string The words of the evidence.
---@field sentence string The sentence around them.
---@field span integer[] Their place: first byte and one past the last, from 0.
---@field in_title boolean Whether they stand in the title.
---@field all tellwire.Clause[] All evidence of the clause, in text order.

---@class tellwire.Article
---@field id string? As its source calls it.
---@field title string? Its title, given apart.
---@field text string Its text.
---@field source string? Who published it.
---@field url string? Where.
---@field author string? Who wrote it.
---@field language string? As given.
---@field published string? When, as ISO 8601; nil where it has no date.
---@field time integer? The same in seconds since 1970.

---@class tellwire.Analysis
---@field sentiment tellwire.Sentiment { label, score, mixed }
---@field impact number 0..1
---@field themes table[] { theme, score }, best first.
---@field companies table[] { name, ticker, sector, role, relevance, sentiment }, most relevant first.
---@field language string? The language, as detected.
---@field reporting_period string? What the article reports on.

---@class tellwire.Fact: tellwire.Clause
---@field operator string? How the target must be reached.
---@field target tellwire.Amount? The number to reach, with its unit.
---@field deadline string? By when, as a period: `BY:CQ2`, `NEXT:12M`; `missing` where none was given.
---@field metric string? Dotted id; matches its whole family unless `exact = true`.
---@field company string? Ticker, name or alias of the company.
---@field ticker string? Ticker of the company.
---@field segment string? Segment, product or geography, as written.
---@field kind string? What sort of fact.
---@field value tellwire.Amount? The level, scale applied.
---@field unit string? Unit of the value.
---@field qualifier string? How exact the number is.
---@field alt_value tellwire.Amount? The second currency given in brackets.
---@field change tellwire.Amount? Signed change; without a unit it is compared in percent.
---@field change_pct number? The change in percent; not there where it is in another unit.
---@field change_unit string? Unit of the change.
---@field change_basis string? Against what it changed.
---@field prior tellwire.Amount? The value that it is compared with.
---@field consensus tellwire.Amount? The value that was expected.
---@field surprise_amount tellwire.Amount? Size of the beat or miss.
---@field growth_class string? `double-digit`, `triple-digit` ..
---@field streak_quarters number? 5 for "fifth straight quarter".
---@field direction string? Of the metric: a loss that narrows is up.
---@field surprise string? Against estimates, guidance or expectations.
---@field period_text string? The period as written.
---@field period string? The period in its normal form: `FQ4:2026`.
---@field modality string? How sure; `asserted` leaves out rumour, hypothetical and opinion.
---@field negated boolean true: the denial is asked for.
---@field attribution string? Who said it, as written.
---@field flags string[] Marks of the fact.
---@field in_title boolean true: said in the title.
---@field metric_text string? The words of the metric or event as written: `no "*acquisitions"`; in conditions only.
---@field named boolean true: its own sentence names the company, or says `it` of the article's primary one; false: the company is carried over from what was said before; in conditions only.
local Fact = {}

---Whether it is exactly that metric.
---@param metric string
---@return boolean
function Fact:is(metric) end

---Whether its metric lies in that family.
---@param metric string
---@return boolean
function Fact:under(metric) end

---@class tellwire.Corpus
local Corpus = {}

---Earlier facts, newest first, without this article: { company, metric, direction, modality, within, limit }.
---@param options table?
---@return tellwire.Fact[]
function Corpus:facts(options) end

---Earlier alerts, newest first: { rule, company, within, limit }.
---@param options table?
---@return table[]
function Corpus:alerts(options) end

---Articles that match the query, newest first, without this one: { company, within, limit }.
---@param query string
---@param options table?
---@return table[]
function Corpus:search(query, options) end

---@class tellwire.Decision
---@field score? number from 0 to 1; replaces the severity's weight
---@field note? string
---@field severity? "info"|"low"|"medium"|"high"|"critical"
---@field title? string
---@field tags? string[]

---@class tellwire.Rule
---@field title string the alert's headline: `{company}`, `{clause.field:spec}`
---@field when tellwire.Condition|table<string|integer, tellwire.Condition>
---@field unless? table<string|integer, tellwire.Condition> vetoes
---@field against? table<string|integer, tellwire.Condition> counter-evidence
---@field subject? "article"|"company"|tellwire.Condition
---@field severity? "info"|"low"|"medium"|"high"|"critical"
---@field status? "draft"|"test"|"stable"|"retired"
---@field tags? string[]
---@field about? string
---@field once_per? string|table the alert's key; `days`: how long it stays quiet
---@field alert? fun(hit: tellwire.Hit, corpus: tellwire.Corpus): tellwire.Decision?
---@field false_alerts? string[]
---@field examples? tellwire.Examples

---@class tellwire.Examples
---@field fires? (string|table)[]
---@field silent? (string|table)[]
---@field unknown? (string|table)[]

---@class tellwire.Exception
---@field where tellwire.Condition
---@field reason string
---@field owner string
---@field expires string an ISO day

---Declares a rule: rule "pack.name" { .. }.
---@param id string
---@return fun(rule: tellwire.Rule)
function rule(id) end

---In rules/exceptions.lua: where a shipped rule raises no alert, and why.
---@param id string
---@return fun(exception: tellwire.Exception)
function except(id) end

---These words stand in a row, whatever the case; `*` = any ending of that word, `~` = its inflections; a table means any of them.
---@param words string|string[]
---@return tellwire.Condition
function phrase(words) end

---Any phrase of rules/lists/NAME.txt that is in force.
---@param name string
---@return tellwire.Condition
function list(name) end

---An RE2 pattern, case as written, block by block.
---@param pattern string
---@return tellwire.Condition
function regex(pattern) end

---One fact meets all the fields.
---@param fields tellwire.fact.Fields
---@return tellwire.Condition
function fact(fields) end

---A guidance or target fact with a target; with `state`: an earlier promise that this article settles.
---@param fields tellwire.promise.Fields
---@return tellwire.Condition
function promise(fields) end

---The company is there; under subject "company": the subject is that company.
---@param name_or_fields string|tellwire.company.Fields
---@return tellwire.Condition
function company(name_or_fields) end

---A sentence's coarse type.
---@param type string
---@return tellwire.Condition
function event(type) end

---A number with its unit, wherever it belongs.
---@param fields tellwire.quantity.Fields
---@return tellwire.Condition
function quantity(fields) end

---A theme of the article.
---@param id string
---@return tellwire.Condition
function theme(id) end

---The article's impact, 0..1.
---@param limits tellwire.impact.Fields
---@return tellwire.Condition
function impact(limits) end

---The sentiment, -1..1: of the subject, of a company `of`, or of the article.
---@param limits tellwire.sentiment.Fields
---@return tellwire.Condition
function sentiment(limits) end

---Who published it.
---@param name string
---@return tellwire.Condition
function source(name) end

---The article's language.
---@param code string
---@return tellwire.Condition
function language(code) end

---When it was published.
---@param fields tellwire.published.Fields
---@return tellwire.Condition
function published(fields) end

---What the page claims of itself.
---@param fields tellwire.stated.Fields
---@return tellwire.Condition
function stated(fields) end

---That rule raised an alert for the same subject before.
---@param rule string
---@param fields? tellwire.fired.Fields
---@return tellwire.Condition
function fired(rule, fields) end

---The share's move in percent from publication.
---@param fields tellwire.price.Fields
---@return tellwire.Condition
function price(fields) end

---The weight held, 0..1.
---@param limits tellwire.portfolio.Fields
---@return tellwire.Condition
function portfolio(limits) end

---Compares a field over pairs of evidence of two clauses: "a.change_pct", "<", "b.change_pct".
---@param left string
---@param relation "<"|"<="|">"|">="|"=="|"~="
---@param right string
---@return tellwire.Condition
function compare(left, relation, right) end

---In a field: the same fact must not have it.
---@param value any
---@return any
function no(value) end

---All members are true; also `a & b`.
---@param members table<string|integer, tellwire.Condition>
---@return tellwire.Condition
function all(members) end

---Any member is true; also `a | b`.
---@param members table<string|integer, tellwire.Condition>
---@return tellwire.Condition
function any(members) end

---No member is true; also `~a & ~b`.
---@param members table<string|integer, tellwire.Condition>
---@return tellwire.Condition
function none(members) end

---n of the members are true: at_least(2) { a, b, c }.
---@param n integer
---@return fun(members: table<string|integer, tellwire.Condition>): tellwire.Condition
function at_least(n) end

---So many distinct spans or merged facts: count(phrase "risk*", { above = 3 }).
---@param leaf tellwire.Condition
---@param limits tellwire.Limits
---@return tellwire.Condition
function count(leaf, limits) end

---a and b within n words of each other, in either order.
---@param n integer
---@param a tellwire.Condition
---@param b tellwire.Condition
---@return tellwire.Condition
function near(n, a, b) end

---In this order, each within n words of the one before.
---@param n integer
---@param a tellwire.Condition
---@param b tellwire.Condition
---@param ... tellwire.Condition
---@return tellwire.Condition
function sequence(n, a, b, ...) end

---The title satisfies c.
---@param c tellwire.Condition
---@return tellwire.Condition
function title(c) end

---The first prose block, at most three sentences, satisfies c.
---@param c tellwire.Condition
---@return tellwire.Condition
function lead(c) end

---One sentence satisfies all of c.
---@param c tellwire.Condition
---@return tellwire.Condition
function sentence(c) end

---One paragraph satisfies all of c.
---@param c tellwire.Condition
---@return tellwire.Condition
function paragraph(c) end

---A section under such a heading (a glob) satisfies c.
---@param heading string|string[]
---@param c tellwire.Condition
---@return tellwire.Condition
function section(heading, c) end

---A section under no such heading satisfies c.
---@param heading string|string[]
---@param c tellwire.Condition
---@return tellwire.Condition
function outside(heading, c) end

---c, outside every negation and hypothesis.
---@param c tellwire.Condition
---@return tellwire.Condition
function affirmed(c) end

---c, not told as history: dated well before the article, or said to be long ago.
---@param c tellwire.Condition
---@return tellwire.Condition
function recent(c) end

---c, affirmed and recent, and not about expectations.
---@param c tellwire.Condition
---@return tellwire.Condition
function current(c) end

---c, whoever it speaks of: lifts the binding to the subject.
---@param c tellwire.Condition
---@return tellwire.Condition
function anywhere(c) end

---A number with its unit, to compare others with: amount(1e9, "USD").
---@param number number
---@param unit string
---@return tellwire.Amount
function amount(number, unit) end
