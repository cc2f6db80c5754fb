-- What the rules of this pack share: how a broker's word on the share at hand is told from its word
-- on another, and from the ratings of debt.
local M = {}

-- The article reports markets or an economy; what it says of a company stands in passing.
M.about_markets = anywhere(title(list "market_reports"))

-- In a sentence that names the company, or speaks of the stock. Its name is no evidence.
function M.told(c)
  return sentence(all { c, ~none { company {}, phrase { "the stock", "the shares", "shares of", "stock carries" } } })
end

-- The article is about the company; else the sentence must name it, and it must not be one of those who rate.
function M.about(c)
  local central = ~none { company { role = { "primary", "secondary" }, named_in = { "title", "lead" } } } & ~M.about_markets
  return (c & central)
       | sentence(all { c, ~none { company { sector = no { "banks", "asset_management", "exchanges", "media" } } } })
end

-- The company is the broker that speaks, not the share that it speaks of.
M.by_broker = sequence(3, company {},
                       phrase { "cut", "cuts", "lowered", "lowers", "slashed", "trimmed", "downgraded", "downgrades",
                                "upgraded", "upgrades", "raised", "raises", "also" },
                       phrase { "its", "their", "his", "her", "the stock", "the shares", "the company", "the target" })
           | sequence(2, phrase { "downgraded by", "upgraded by", "cut by", "raised by" }, company {})

-- Ratings of debt and of states have rules of their own.
M.of_debt = phrase { "moody's", "moodys", "fitch", "dbrs", "s&p", "standard & poor's", "credit rating*", "debt rating*",
                     "bond rating*", "deposit rating*", "sovereign", "junk", "investment grade", "investment-grade",
                     "rating agenc*", "ratings agenc*", "ratings" }

return M
