#include <gtest/gtest.h>

#include <cstdlib>

int main(int argc, char** argv)
{
    // Property tests draw the same cases every time, so that a red build is red for its own change; a longer search sets RC_PARAMS.
    setenv("RC_PARAMS", "seed=20230328", 0);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
