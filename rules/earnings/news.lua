-- What the rules of this pack share: how news of a company is told from market reports, from
-- history and from moves over months.
local M = {}

-- Told where news stands: in the title or in the opening paragraph.
function M.opens(c) return title(c) | lead(c) end

-- The article reports markets or an economy; what it says of a company stands in passing.
M.about_markets = anywhere(title(list "market_reports"))

-- Words of what is still to come.
M.ahead = phrase { "could", "might", "risk", "risks", "expect", "expects", "expecting", "expected to", "forecasts for",
                   "forecast to", "forecast slow*", "forecasts slow*", "forecasting", "warn~", "will", "would",
                   "fears that", "see", "sees", "seen", "expectations of" }
        | phrase("may"):exact()   -- not the month

-- A sentence on an economy or a market, not on the company.
M.of_an_economy = list "economy_words"

-- The share's move on the news, in one direction: not the year's, nor the months' before, nor what the
-- news came after; with its number, where the opening does not tell it.
function M.reaction(direction)
  local function move(more)
    local fields = { metric = "share_price", exact = true, direction = direction, flags = no "intraday",
                     change_basis = no { "ytd", "yoy", "vs_peak" } }
    if more then fields[more] = present end
    return fact(fields)
  end
  return recent(move "change" | move "value" | M.opens(move())):unless(list "long_moves" | list "history")
end

-- The company's results against what was expected of them: in the opening, or held against what
-- analysts expected. What tells of an earlier quarter is history.
local function told(surprise)
  return fact { surprise = surprise, metric = { "revenue", "same_store_sales", "net_income", "operating_income", "eps",
                                                "earnings", "results", "bookings", "subscribers", "deliveries",
                                                "shipments", "units_sold" } }
end

-- `direction`: of the share, where one sentence may say both. Only the result is evidence.
function M.results(surprise, direction)
  local held = phrase { "analyst*", "wall street*", "street*", "consensus" }
             & phrase { "estimate*", "expect*", "forecast*", "target*", "view*", "consensus" }
  if direction then held = held | M.reaction(direction) end
  return M.opens(told(surprise)) | sentence(told(surprise) & ~none { held }):unless(list "history")
end

-- The article is about the company; or else one sentence names it and says both.
function M.central_or_both(surprise, direction)
  local central = ~none { company { role = { "primary", "secondary" }, named_in = { "title", "lead" } } }
                & ~M.about_markets
  return central
       | ~none { sentence(all { told(surprise), M.reaction(direction), company {} }):unless(list "history") }
end

-- The share went the other way, as the opening says.
function M.opposite(direction)
  return M.opens(fact { metric = "share_price", exact = true, direction = direction, flags = no "intraday" }
    :unless(list "long_moves"))
end

return M
