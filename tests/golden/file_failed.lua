local words = nil
for _, word in ipairs(words) do phrase(word) end
